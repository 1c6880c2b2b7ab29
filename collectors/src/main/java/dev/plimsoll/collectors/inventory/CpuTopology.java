package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `/sys/devices/system/cpu/cpu<n>/topology` and `/sys/devices/system/node`
/// (`Documentation/ABI/stable/sysfs-devices-system-cpu`): how processors are arranged. Those that
/// are offline have no topology and do not count.
///
/// @param threads logical processors
public record CpuTopology(int sockets, int cores, int threads, int numaNodes) {

  public static Section<CpuTopology> read(KernelReader reader, Roots roots) {
    String processors = roots.sys("devices/system/cpu");
    try {
      Set<String> sockets = new HashSet<>();
      Set<String> cores = new HashSet<>();
      int threads = 0;
      for (String cpu : numbered(reader.directories(processors), "cpu")) {
        String topology = processors + '/' + cpu + "/topology/";
        String socket = SysfsLine.orEmpty(reader, topology + "physical_package_id");
        if (socket.isEmpty()) continue;
        sockets.add(socket);
        cores.add(SysfsLine.read(reader, topology + "thread_siblings_list"));
        threads++;
      }
      int nodes = nodes(reader, roots);
      return new Section.Present<>(new CpuTopology(sockets.size(), cores.size(), threads, nodes));
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }

  /// A kernel without NUMA has no such directory: one node.
  private static int nodes(KernelReader reader, Roots roots) {
    try {
      List<String> names = reader.directories(roots.sys("devices/system/node"));
      return Math.max(1, numbered(names, "node").size());
    } catch (KernelFileException _) {
      return 1;
    }
  }

  private static List<String> numbered(List<String> names, String prefix) {
    return names.stream().filter(name -> name.matches(prefix + "[0-9]+")).toList();
  }
}
