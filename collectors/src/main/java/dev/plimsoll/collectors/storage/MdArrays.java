package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Optional<MdArrayLines> array = Optional.empty();
    text.firstLine();
    do {
      try {
        if (text.peek() == ' ' || text.peek() == '\t') {
          if (array.isPresent() && text.hasField()) array.get().detail(text);
          continue;
        }
        // Of an array whose first line does not parse, the others must not count for the one above.
        array = Optional.empty();
        array = first(text);
        array.ifPresent(arrays::add);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    } while (text.nextLine());
    return new MdArrays(arrays.stream().map(MdArrayLines::array).toList());
  }

  private static Optional<MdArrayLines> first(KernelText line) throws MalformedSourceException {
    boolean none = !line.hasField() || line.take("Personalities") || line.take("unused devices");
    return none ? Optional.empty() : Optional.of(MdArrayLines.first(line));
  }
}
