package dev.plimsoll.collectors.link;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsFile;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// `/sys/class/fc_host`, for example `host0/statistics/rx_frames` with `0x3` (`drivers/scsi/
/// scsi_transport_fc.c`): adapters of storage networks.
///
/// @param hosts in the order of their names
public record FibreChannel(List<Host> hosts) {
  public FibreChannel {
    hosts = List.copyOf(hosts);
  }

  /// What a host tells in words.
  public enum Word implements SysfsFile {
    SPEED,
    PORT_STATE,
    PORT_TYPE,
    PORT_ID,
    PORT_NAME,
    FABRIC_NAME,
    SYMBOLIC_NAME,
    SUPPORTED_CLASSES,
    SUPPORTED_SPEEDS,
    DEV_LOSS_TMO;

    @Override
    public String file() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a host counts.
  public enum Counter implements SysfsFile {
    DUMPED_FRAMES,
    ERROR_FRAMES,
    FCP_PACKET_ABORTS,
    INVALID_CRC_COUNT,
    INVALID_TX_WORD_COUNT,
    LINK_FAILURE_COUNT,
    LOSS_OF_SIGNAL_COUNT,
    LOSS_OF_SYNC_COUNT,
    NOS_COUNT,
    RX_FRAMES,
    RX_WORDS,
    SECONDS_SINCE_LAST_RESET,
    TX_FRAMES,
    TX_WORDS;

    @Override
    public String file() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// An adapter's port.
  ///
  /// @param words what the driver tells
  /// @param counters what its firmware counts
  public record Host(String name, Map<Word, String> words, Map<Counter, Long> counters) {
    public Host {
      words = Collections.unmodifiableMap(new EnumMap<>(words));
      counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }
  }

  /// Reads what there is of each host.
  public static Section<FibreChannel> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("class/fc_host"))));
  }

  private static FibreChannel walk(SysfsDirectory all) throws KernelFileException {
    List<Host> hosts = new ArrayList<>();
    for (SysfsDirectory host : all.children()) {
      Map<Word, String> words = new EnumMap<>(Word.class);
      for (Word word : Word.values()) {
        host.text(word.file()).ifPresent(text -> words.put(word, text));
      }
      hosts.add(new Host(host.name(), words, counters(host.in("statistics"))));
    }
    return new FibreChannel(hosts);
  }

  /// A count whose bits are all set is one that the firmware does not keep.
  private static Map<Counter, Long> counters(SysfsDirectory statistics) {
    Map<Counter, Long> counters = new EnumMap<>(Counter.class);
    counters.putAll(SysfsFile.numbers(statistics, Counter.class));
    counters.values().removeIf(count -> count == -1L);
    return counters;
  }
}
