package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;

/// `/proc/sys/fs/file-nr`, for example `4473 0 2466177` (`fs/file_table.c`): open files of the
/// whole system. What opens one counts once, however many descriptors share it.
///
/// @param allocated open files
/// @param maximum how many there may be (`fs.file-max`); [Long#MAX_VALUE] for no limit
public record FileHandles(long allocated, long maximum) {

  /// Reads the file.
  public static Section<FileHandles> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("sys/fs/file-nr"), Need.REQUIRED, FileHandles::parse);
  }

  static FileHandles parse(KernelText text) throws MalformedSourceException {
    long allocated = text.firstLine().unsigned();
    text.skipField();
    return new FileHandles(allocated, text.unsigned());
  }
}
