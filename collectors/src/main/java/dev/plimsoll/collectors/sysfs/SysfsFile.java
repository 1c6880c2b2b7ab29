package dev.plimsoll.collectors.sysfs;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The name of a file with a number, for enums that list those of a device.
public interface SysfsFile {

  /// The name of the file, below the directory of the device.
  String file();

  /// The numbers that a device has, of those that an enum lists.
  static <F extends Enum<F> & SysfsFile> Map<F, Long> numbers(
      SysfsDirectory device, Class<F> files) {
    Map<F, Long> numbers = new EnumMap<>(files);
    for (F file : files.getEnumConstants()) {
      device.number(file.file()).ifPresent(value -> numbers.put(file, value));
    }
    return Collections.unmodifiableMap(numbers);
  }
}
