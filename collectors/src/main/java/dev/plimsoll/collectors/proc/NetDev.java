package dev.plimsoll.collectors.proc;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;

/// `/proc/1/net/dev`, for example ` eth0: 296831256 6844 0 0 0 0 0 0 430617 4516 0 0 0 0 0 0`
/// (`net/core/net-procfs.c`), in the network namespace of process 1: the host's, since `/proc/net`
/// would be the reader's own.
///
/// @param interfaces in the kernel's order
public record NetDev(List<Interface> interfaces) {
  private static final int HEADER_LINES = 2;

  /// One interface. All counts are since it appeared.
  public record Interface(String name, Received received, Sent sent) {}

  /// What came in.
  ///
  /// @param errors bad packets
  /// @param dropped packets that found no room, or that no protocol wanted
  /// @param fifo overruns of the device's queue
  /// @param frame packets with a bad frame
  public record Received(
      long bytes,
      long packets,
      long errors,
      long dropped,
      long fifo,
      long frame,
      long compressed,
      long multicast) {}

  /// What went out.
  ///
  /// @param errors packets that could not be sent
  /// @param dropped packets that found no room
  /// @param fifo overruns of the device's queue
  /// @param carrier losses of the carrier and other faults of the link
  public record Sent(
      long bytes,
      long packets,
      long errors,
      long dropped,
      long fifo,
      long collisions,
      long carrier,
      long compressed) {}

  public NetDev {
    interfaces = List.copyOf(interfaces);
  }

  /// Reads the file.
  public static Section<NetDev> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("1/net/dev"), Need.REQUIRED, NetDev::parse);
  }

  /// Parses the text of one file.
  public static NetDev parse(KernelText text) throws MalformedSourceException {
    text.firstLine();
    for (int header = 1; header < HEADER_LINES; header++) text.nextLine();
    return new NetDev(text.lines(NetDev::line));
  }

  private static Interface line(KernelText line) throws MalformedSourceException {
    line.hasField();
    return new Interface(line.until(':'), received(line), sent(line));
  }

  private static Received received(KernelText line) throws MalformedSourceException {
    return new Received(
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned());
  }

  private static Sent sent(KernelText line) throws MalformedSourceException {
    return new Sent(
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned(),
        line.unsigned());
  }
}
