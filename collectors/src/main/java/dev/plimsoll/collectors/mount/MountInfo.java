package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;

/// `/proc/<pid>/mountinfo`, for example `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3
/// /dev/root rw,errors=continue` (`show_mountinfo` in `fs/proc_namespace.c`). Between the options
/// and the lone `-` stand any number of fields on propagation.
///
/// @param mounts in the kernel's order: a mount comes after what it is mounted on
public record MountInfo(List<Mount> mounts) {
  public MountInfo {
    mounts = List.copyOf(mounts);
  }

  /// Reads the mounts that a process sees.
  ///
  /// @param path of the file, `/proc/1/mountinfo` for the node's own
  public static Section<MountInfo> read(KernelReader reader, String path) {
    return reader.section(path, Need.REQUIRED, MountInfo::parse);
  }

  static MountInfo parse(KernelText text) {
    return new MountInfo(HiddenMounts.mark(text.lines(MountInfo::mount)));
  }

  private static Mount mount(KernelText line) throws MalformedSourceException {
    long id = line.unsigned();
    long parent = line.unsigned();
    int major = number(line);
    if (!line.take(":")) throw line.malformed("no ':' in the device");
    int minor = number(line);
    line.skip();
    String root = name(line);
    String point = name(line);
    String options = field(line);
    skipPropagation(line);
    return new Mount(
        id, parent, major, minor, root, point, options, name(line), name(line), field(line), false);
  }

  private static int number(KernelText line) throws MalformedSourceException {
    long number = line.unsigned();
    if (number > Integer.MAX_VALUE) throw line.malformed("a device number beyond 31 bits");
    return (int) number;
  }

  private static String name(KernelText line) {
    return MountEscape.undo(field(line));
  }

  /// Fields are parted by one space each: a source may be empty. What is missing at the end of a
  /// line is empty too.
  private static String field(KernelText line) {
    return line.upTo(' ');
  }

  private static void skipPropagation(KernelText line) throws MalformedSourceException {
    do {
      if (line.peek() < 0) throw line.malformed("no ' - ' before the type");
    } while (!field(line).equals("-"));
  }
}
