package dev.plimsoll.collectors.node;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// `/sys/devices/system/node/node<n>/meminfo` and `numastat`: the memory of each NUMA node, for
/// example `Node 0 MemTotal: 10053844 kB` and `numa_hit 209209641` (`drivers/base/node.c`,
/// Documentation/admin-guide/numastat.rst).
public record NumaMemory(List<Node> nodes) {
  private static final String ROOT = "devices/system/node";
  private static final Pattern NODE = Pattern.compile("node[0-9]{1,9}");
  private static final long KIB = 1024;

  /// Memory that is near the same CPUs.
  ///
  /// @param number of the node
  /// @param values the lines of `meminfo` by name: bytes, but for pages of `HugePages_…`
  /// @param allocations pages by how they came to be on this node, by the name in `numastat`
  public record Node(
      String number, SequencedMap<String, Long> values, SequencedMap<String, Long> allocations) {
    public Node {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
      allocations = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(allocations));
    }
  }

  public NumaMemory {
    nodes = List.copyOf(nodes);
  }

  /// Reads both files of each node. Absent where the kernel knows no nodes.
  public static Section<NumaMemory> read(KernelReader reader, Roots roots) {
    List<String> names;
    try {
      names = reader.names(roots.sys(ROOT));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
    Gathering gathering = new Gathering();
    List<Node> nodes = new ArrayList<>();
    for (String name : names.stream().filter(NODE.asMatchPredicate()).sorted().toList()) {
      String directory = roots.sys(ROOT + '/' + name);
      nodes.add(
          new Node(
              name.substring("node".length()),
              part(
                  gathering,
                  reader.section(directory + "/meminfo", Need.REQUIRED, NumaMemory::meminfo)),
              part(
                  gathering,
                  reader.section(directory + "/numastat", Need.OPTIONAL, NumaMemory::numastat))));
    }
    return gathering.section(new NumaMemory(nodes));
  }

  private static SequencedMap<String, Long> part(
      Gathering gathering, Section<SequencedMap<String, Long>> part) {
    return gathering.add(part).orElseGet(LinkedHashMap::new);
  }

  static SequencedMap<String, Long> meminfo(KernelText text) throws MalformedSourceException {
    SequencedMap<String, Long> values = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        line(text, values);
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    if (values.isEmpty()) throw text.malformed("no line of memory");
    return values;
  }

  private static void line(KernelText line, Map<String, Long> values)
      throws MalformedSourceException {
    line.skipFields(2);
    line.hasField();
    String name = line.until(':');
    long value = line.unsigned();
    if (!line.hasField()) values.put(name, value);
    else if (!line.take("kB")) throw line.malformed("a unit that is not kB");
    else if (value > Long.MAX_VALUE / KIB) throw line.malformed("too large");
    else values.put(name, value * KIB);
  }

  static SequencedMap<String, Long> numastat(KernelText text) {
    SequencedMap<String, Long> allocations = new LinkedHashMap<>();
    while (text.nextLine()) {
      try {
        allocations.put(text.word(), text.unsigned());
      } catch (MalformedSourceException malformed) {
        text.flaw(malformed);
      }
    }
    return allocations;
  }
}
