package dev.plimsoll.collectors.net;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

  /// Reads the file of each interface.
  public static Section<UnwantedPackets> read(KernelReader reader, Roots roots) {
    String directory = roots.sys("class/net");
    List<String> names;
    try {
      names = reader.names(directory);
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
    SequencedMap<String, Long> packets = new LinkedHashMap<>();
    List<SourceFailure> flaws = new ArrayList<>();
    for (String name : names.stream().sorted().toList()) {
      String file = directory + '/' + name + "/statistics/rx_nohandler";
      Section<Long> count = reader.section(file, Need.OPTIONAL, UnwantedPackets::parse);
      count.present().ifPresent(number -> packets.put(name, number));
      flaws.addAll(count.failures());
    }
    return new Section.Present<>(new UnwantedPackets(packets), flaws);
  }

  static Long parse(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned();
  }
}
