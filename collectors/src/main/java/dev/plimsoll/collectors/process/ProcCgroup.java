package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.cgroup.CgroupNamespace;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.Optional;

/// `/proc/<pid>/cgroup`, one `hierarchy:controllers:path` a line: `4:memory:/kubepods/besteffort/…`
/// of cgroup v1, `0::/kubepods.slice/…` of v2 (`proc_cgroup_show` in `kernel/cgroup/cgroup.c`).
///
/// @param path the path that tells most: see [#identifying(List)]
/// @param memberships all of it, in the kernel's order
public record ProcCgroup(String path, List<Membership> memberships) {
  private static final List<String> PREFERRED =
      List.of("", "memory", "cpu", "cpuacct", "pids", "name=systemd");

  public ProcCgroup {
    memberships = List.copyOf(memberships);
  }

  /// Where the process is in one hierarchy.
  ///
  /// @param controllers as in the file, parted by commas: `cpu,cpuacct`, `name=systemd`; empty for
  ///   v2
  /// @param path from the root of the reader's cgroup namespace, which `/../` leaves; may hold any
  ///   byte but NUL and newline, colons included. ` (deleted)` at its end means that the cgroup has
  ///   been removed
  public record Membership(int hierarchy, String controllers, String path) {
    boolean has(String controller) {
      return List.of(controllers.split(",", -1)).contains(controller);
    }

    private long depth() {
      return path.equals("/") ? 0 : path.chars().filter(each -> each == '/').count();
    }
  }

  /// The path in the hierarchy of a controller of cgroup v1; of v2 for the empty name.
  public Optional<String> path(String controller) {
    return memberships.stream()
        .filter(each -> each.has(controller))
        .map(Membership::path)
        .findFirst();
  }

  /// The same with whole paths, as read from inside a namespace.
  ProcCgroup within(CgroupNamespace namespace) {
    if (namespace.equals(CgroupNamespace.host())) return this;
    List<Membership> whole =
        memberships.stream()
            .map(
                each ->
                    new Membership(
                        each.hierarchy(), each.controllers(), namespace.whole(each.path())))
            .toList();
    return new ProcCgroup(identifying(whole), whole);
  }

  static ProcCgroup parse(KernelText text) throws MalformedSourceException {
    List<Membership> memberships = text.lines(ProcCgroup::membership);
    if (memberships.isEmpty()) throw none(text);
    return new ProcCgroup(identifying(memberships), memberships);
  }

  private static MalformedSourceException none(KernelText text) {
    if (text.flaws().isEmpty()) return new MalformedSourceException(text.path(), 1, "no cgroup");
    SourceFailure first = text.flaws().getFirst();
    return new MalformedSourceException(text.path(), first.line(), first.text());
  }

  private static Membership membership(KernelText line) throws MalformedSourceException {
    int hierarchy = line.integer();
    if (!line.take(":")) throw line.malformed("no ':' after the number");
    String controllers = line.until(':');
    if (line.peek() != '/') throw line.malformed("the path does not begin with '/'");
    return new Membership(hierarchy, controllers, line.rest());
  }

  /// Where v1 and v2 are used at once, runtimes put a container's processes into the v1 hierarchies
  /// and may leave them at the root, or in the runtime's own unit, in v2; while systemd puts
  /// services into its own hierarchy and may leave them in `/system.slice` in the others. So the
  /// deepest path tells most. Of equals it is v2's, else the first of [#PREFERRED].
  static String identifying(List<Membership> memberships) {
    String best = "/";
    long depth = 0;
    for (String controller : PREFERRED) {
      for (Membership each : memberships) {
        if (!each.has(controller) || each.depth() <= depth) continue;
        best = each.path();
        depth = each.depth();
      }
    }
    return best;
  }
}
