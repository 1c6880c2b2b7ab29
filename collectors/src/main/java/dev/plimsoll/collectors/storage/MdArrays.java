package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;

/// `/proc/mdstat`: the arrays of software RAID (`drivers/md/md.c`, `md_seq_show`). A line for each
/// that begins at the left, and indented ones whose number and order differ with the personality,
/// with what is going on, and with the kernel; each is known by how it begins, never by its place.
///
/// ```
/// Personalities : [raid1]
/// md0 : active raid1 sdb1[1] sda1[0]
///       248896 blocks super 1.2 [2/2] [UU]
///       bitmap: 0/1 pages [0KB], 65536KB chunk
///
/// unused devices: <none>
/// ```
public record MdArrays(List<MdArray> arrays) {
  public MdArrays {
    arrays = List.copyOf(arrays);
  }

  /// Reads the file. Absent where the kernel has no software RAID.
  public static Section<MdArrays> read(KernelReader reader, Roots roots) {
    return reader.section(roots.proc("mdstat"), Need.OPTIONAL, MdArrays::parse);
  }

  static MdArrays parse(KernelText text) throws MalformedSourceException {
    List<MdArrayLines> arrays = new ArrayList<>();
    text.firstLine();
    do {
      try {
        line(text, arrays);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    } while (text.nextLine());
    return new MdArrays(arrays.stream().map(MdArrayLines::array).toList());
  }

  private static void line(KernelText line, List<MdArrayLines> arrays)
      throws MalformedSourceException {
    boolean indented = line.peek() == ' ' || line.peek() == '\t';
    if (!line.hasField()) return;
    if (indented) {
      if (!arrays.isEmpty()) arrays.getLast().detail(line);
    } else if (!line.take("Personalities") && !line.take("unused devices")) {
      arrays.add(MdArrayLines.first(line));
    }
  }
}
