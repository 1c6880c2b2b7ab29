package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import java.util.List;

/// `io.stat` of cgroup v2: what a group read from and wrote to each disk, since it was made. A line
/// is `254:0 rbytes=1847296 wbytes=0 rios=52 wios=0 dbytes=0 dios=0`; what an I/O controller adds
/// is passed over.
public record IoStat(List<Device> devices) {
  public IoStat {
    devices = List.copyOf(devices);
  }

  /// One disk.
  ///
  /// @param device its numbers, `254:0`
  /// @param readBytes bytes that came from it; the page cache's hits are not among them
  /// @param writtenBytes bytes that went to it, also long after they were written to a file
  /// @param reads operations
  /// @param writes operations
  public record Device(String device, long readBytes, long writtenBytes, long reads, long writes) {}

  static IoStat parse(KernelText text) {
    return new IoStat(text.lines(IoStat::device));
  }

  /// A group that never used a disk may have its line without any number (Linux before 5.14).
  private static Device device(KernelText line) throws MalformedSourceException {
    String device = line.word();
    long[] values = new long[4];
    while (line.hasField()) {
      if (line.take("rbytes=")) values[0] = line.unsigned();
      else if (line.take("wbytes=")) values[1] = line.unsigned();
      else if (line.take("rios=")) values[2] = line.unsigned();
      else if (line.take("wios=")) values[3] = line.unsigned();
      else line.skipField();
    }
    return new Device(device, values[0], values[1], values[2], values[3]);
  }
}
