package dev.plimsoll.collectors.device;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.block.UdevProperties;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelString;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// What udev found on a block device when it came; nothing where no udev runs.
public record UdevData(UdevProperties properties) {

  public static UdevData of(KernelReader reader, Roots roots, BlockDevice device) {
    return new UdevData(
        UdevProperties.read(reader, roots, device.major(), device.minor())
            .present()
            .orElse(UdevProperties.NONE));
  }

  /// The type of the file system, or of whatever else has a signature: `ext4`, `crypto_LUKS`.
  public Optional<String> type() {
    return get("ID_FS_TYPE");
  }

  public Optional<String> version() {
    return get("ID_FS_VERSION");
  }

  public Optional<String> label() {
    return get("ID_FS_LABEL_ENC").or(() -> get("ID_FS_LABEL"));
  }

  public Optional<String> uuid() {
    return get("ID_FS_UUID_ENC").or(() -> get("ID_FS_UUID"));
  }

  /// The name that a partition has in its table.
  public Optional<String> partitionLabel() {
    return get("ID_PART_ENTRY_NAME");
  }

  public Optional<String> partitionUuid() {
    return get("ID_PART_ENTRY_UUID");
  }

  public Optional<String> serial() {
    return get("ID_SERIAL_SHORT");
  }

  private Optional<String> get(String key) {
    return Optional.of(unescaped(properties.get(key))).filter(value -> !value.isEmpty());
  }

  /// udev writes what is not a plain character as `\x20`.
  static String unescaped(String value) {
    if (value.indexOf("\\x") < 0) return value;
    byte[] bytes = KernelString.encode(value);
    ByteArrayOutputStream plain = new ByteArrayOutputStream(bytes.length);
    for (int at = 0; at < bytes.length; at++) {
      int one = hexadecimal(bytes, at);
      plain.write(one < 0 ? bytes[at] : one);
      if (one >= 0) at += 3;
    }
    return KernelString.decode(plain.toByteArray());
  }

  /// The byte that `\x` and two digits stand for; -1 where there are none.
  private static int hexadecimal(byte[] bytes, int at) {
    if (at + 3 >= bytes.length || bytes[at] != '\\' || bytes[at + 1] != 'x') return -1;
    int high = Character.digit(bytes[at + 2], 16);
    int low = Character.digit(bytes[at + 3], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
