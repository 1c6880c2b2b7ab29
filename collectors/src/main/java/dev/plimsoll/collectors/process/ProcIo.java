package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;

/// `/proc/<pid>/io`, one `name: number` a line (`do_io_accounting` in `fs/proc/base.c`), of all
/// threads that the process has or had. Needs the right to trace the process.
///
/// @param readChars bytes that it was given by read calls, from wherever
/// @param writeChars bytes that it handed to write calls
/// @param readCalls read calls, `writeCalls` write calls
/// @param readBytes bytes fetched from storage for it
/// @param writeBytes bytes it made dirty that go to storage
/// @param cancelledWriteBytes of those the bytes that never went, because the file was cut before
public record ProcIo(
    long readChars,
    long writeChars,
    long readCalls,
    long writeCalls,
    long readBytes,
    long writeBytes,
    long cancelledWriteBytes) {

  static ProcIo parse(KernelText text) throws MalformedSourceException {
    return new ProcIo(
        value(text, "rchar:"),
        value(text, "wchar:"),
        value(text, "syscr:"),
        value(text, "syscw:"),
        value(text, "read_bytes:"),
        value(text, "write_bytes:"),
        value(text, "cancelled_write_bytes:"));
  }

  /// The order of the lines is the kernel's ABI; lines it may add later come between or after.
  private static long value(KernelText text, String key) throws MalformedSourceException {
    while (text.nextLine()) {
      if (text.take(key)) return text.unsigned();
    }
    throw text.malformed("no line \"" + key + '"');
  }
}
