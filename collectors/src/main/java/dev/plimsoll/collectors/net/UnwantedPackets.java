package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// `/sys/class/net/<interface>/statistics/rx_nohandler`, for example `0`: packets that an inactive
/// device received and nobody wanted, such as the standby of a bond
/// (`Documentation/ABI/testing/sysfs-class-net-statistics`). `/proc/net/dev` does not tell them.
///
/// @param byInterface packets since each interface appeared; Linux 4.6 and later
public record UnwantedPackets(SequencedMap<String, Long> byInterface) {
  public UnwantedPackets {
    byInterface = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byInterface));
  }

  /// Reads the file of each interface. What else is in the directory is passed over.
  public static Section<UnwantedPackets> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/net"))));
  }

  private static UnwantedPackets walk(SysfsDirectory all) throws KernelFileException {
    SequencedMap<String, Long> packets = new LinkedHashMap<>();
    for (SysfsDirectory device : all.children()) {
      device
          .value("statistics/rx_nohandler", UnwantedPackets::parse)
          .ifPresent(count -> packets.put(device.name(), count));
    }
    return new UnwantedPackets(packets);
  }

  static Long parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned();
  }
}
