package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import java.util.List;
import java.util.Optional;

/// The part of the tree that this process takes for all of it. In a cgroup namespace of its own,
/// which container runtimes give to every container that is not privileged, `/proc/<pid>/cgroup`
/// shows other groups from the process's own group: `/../../pod<uid>/<id>`. With the path of that
/// group such a path is made whole again.
///
/// @param root the path of the namespace's root in the hierarchy; empty in the host's namespace
public record CgroupNamespace(String root) {
  private static final String UP = "/..";

  /// The host's namespace, in which every path is whole.
  public static CgroupNamespace host() {
    return new CgroupNamespace("");
  }

  /// Finds out in which namespace this process is. How far it is below the top is what process 1
  /// shows: `0::/../../../../init.scope`. Which group it is, of those so far below, the list of its
  /// processes tells; that takes the host's process numbers. Where it cannot be found out, paths
  /// stay as they are shown.
  public static CgroupNamespace read(KernelReader reader, Roots roots) {
    int depth = depth(reader, roots);
    Optional<CgroupLayout> layout = CgroupLayout.read(reader, roots).present();
    if (depth == 0 || layout.isEmpty()) return host();
    try {
      String pid = reader.readLink(roots.proc("self"));
      Search search = new Search(reader, layout.get().walked(), pid);
      return search.find("", depth).map(CgroupNamespace::new).orElseGet(CgroupNamespace::host);
    } catch (KernelFileException _) {
      return host();
    }
  }

  /// How many groups the root of the namespace is below the top.
  private static int depth(KernelReader reader, Roots roots) {
    try {
      KernelText text = reader.read(roots.proc("1/cgroup"));
      int depth = 0;
      while (text.nextLine()) {
        String line = text.rest();
        depth = Math.max(depth, ups(line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1)));
      }
      return depth;
    } catch (KernelFileException _) {
      return 0;
    }
  }

  private static int ups(String path) {
    int ups = 0;
    while (path.startsWith(UP, ups * UP.length())) ups++;
    return ups;
  }

  private record Search(KernelReader reader, String top, String pid) {

    Optional<String> find(String path, int depth) throws KernelFileException {
      if (depth == 0) return holds(path) ? Optional.of(path) : Optional.empty();
      for (String name : names(path)) {
        Optional<String> found = find(path + '/' + name, depth - 1);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    }

    private List<String> names(String path) throws KernelFileException {
      try {
        return reader.directories(top + path);
      } catch (KernelFileException gone) {
        if (gone.vanished()) return List.of();
        throw gone;
      }
    }

    private boolean holds(String path) {
      try {
        KernelText processes = reader.read(top + path + "/cgroup.procs");
        while (processes.nextLine()) {
          if (processes.rest().equals(pid)) return true;
        }
        return false;
      } catch (KernelFileException _) {
        return false;
      }
    }
  }

  /// The path from the top of the hierarchy for one that `/proc/<pid>/cgroup` shows.
  public String whole(String shown) {
    if (root.isEmpty()) return shown;
    int ups = ups(shown);
    int end = root.length();
    for (int up = 0; up < ups && end > 0; up++) end = root.lastIndexOf('/', end - 1);
    String whole = root.substring(0, Math.max(end, 0)) + shown.substring(ups * UP.length());
    String trimmed = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    return trimmed.isEmpty() ? "/" : trimmed;
  }
}
