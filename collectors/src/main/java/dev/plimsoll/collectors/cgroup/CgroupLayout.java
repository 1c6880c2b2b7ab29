package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which hierarchies of control groups there are, below `/sys/fs/cgroup`: the unified one of v2
/// there itself, or a directory for each controller of v1 (`memory`, `cpu,cpuacct`), and beside
/// those perhaps `unified`.
///
/// @param v1 the root directory of each controller of v1
/// @param unified the root directory of v2
public record CgroupLayout(Kind kind, Map<Controller, String> v1, Optional<String> unified) {
  private static final String MARK = "cgroup.controllers";

  /// The controllers of v1 that we read.
  public enum Controller {
    MEMORY,
    CPU,
    CPUACCT,
    PIDS,
    BLKIO,
    HUGETLB
  }

  /// How the host is set up.
  public enum Kind {
    V1,
    HYBRID,
    V2
  }

  public CgroupLayout {
    v1 = Map.copyOf(v1);
  }

  /// Looks at the directories. Absent where there is no control group at all.
  static Section<CgroupLayout> read(KernelReader reader, Roots roots) {
    String root = roots.sys("fs/cgroup");
    try {
      return exists(reader, root + '/' + MARK)
          ? new Section.Present<>(new CgroupLayout(Kind.V2, Map.of(), Optional.of(root)))
          : readV1(reader, root);
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }

  private static Section<CgroupLayout> readV1(KernelReader reader, String root)
      throws KernelFileException {
    Map<Controller, String> v1 = new EnumMap<>(Controller.class);
    for (String name : reader.directories(root)) {
      for (Controller controller : Controller.values()) {
        if (names(name, controller)) v1.put(controller, root + '/' + name);
      }
    }
    String unified = root + "/unified";
    boolean hybrid = exists(reader, unified + '/' + MARK);
    if (v1.isEmpty() && !hybrid) return new Section.Absent<>("no control groups below " + root);
    Kind kind = v1.isEmpty() ? Kind.V2 : hybrid ? Kind.HYBRID : Kind.V1;
    return new Section.Present<>(
        new CgroupLayout(kind, v1, hybrid ? Optional.of(unified) : Optional.empty()));
  }

  /// Controllers that share a hierarchy share a directory: `cpu,cpuacct`.
  private static boolean names(String directory, Controller controller) {
    String name = controller.name().toLowerCase(java.util.Locale.ROOT);
    return (',' + directory + ',').contains(',' + name + ',');
  }

  private static boolean exists(KernelReader reader, String path) {
    try {
      return reader.status(path).inode() != 0;
    } catch (KernelFileException _) {
      return false;
    }
  }

  /// The hierarchy in which groups are looked for: all have the same ones.
  String walked() {
    for (Controller controller : Controller.values()) {
      String root = v1.get(controller);
      if (root != null) return root;
    }
    return unified.orElseThrow();
  }
}
