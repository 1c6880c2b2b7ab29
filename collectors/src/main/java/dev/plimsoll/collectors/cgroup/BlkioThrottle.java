package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.LinkedHashMap;
import java.util.Map;

/// `blkio.throttle.io_service_bytes_recursive` and `blkio.throttle.io_serviced_recursive` of cgroup
/// v1: what a group and those below it read and wrote, by disk. Lines are `254:0 Read 4096`, `254:0
/// Write 0`, others by the same requests in other ways, and `Total 4096` at the end.
final class BlkioThrottle {

  /// Of one disk: bytes or operations, as the file has it.
  record Amounts(long read, long written) {}

  private BlkioThrottle() {}

  /// By the numbers of the disk, `254:0`.
  static Map<String, Amounts> parse(KernelText text) {
    Map<String, Amounts> amounts = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        line(text, amounts);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return amounts;
  }

  private static void line(KernelText line, Map<String, Amounts> amounts)
      throws MalformedSourceException {
    if (line.take("Total")) return;
    String device = line.word();
    Amounts before = amounts.getOrDefault(device, new Amounts(0, 0));
    String kind = line.word();
    if (kind.equals("Read")) amounts.put(device, new Amounts(line.unsigned(), before.written()));
    if (kind.equals("Write")) amounts.put(device, new Amounts(before.read(), line.unsigned()));
  }

  /// Bytes and operations together, for the disks that have bytes.
  static IoStat join(Map<String, Amounts> bytes, Map<String, Amounts> operations) {
    Amounts none = new Amounts(0, 0);
    return new IoStat(
        bytes.entrySet().stream()
            .map(
                disk -> {
                  Amounts count = operations.getOrDefault(disk.getKey(), none);
                  Amounts amount = disk.getValue();
                  return new IoStat.Device(
                      disk.getKey(),
                      amount.read(),
                      amount.written(),
                      count.read(),
                      count.written());
                })
            .toList());
  }
}
