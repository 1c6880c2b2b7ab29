package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.collectors.NodeReader;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node made of files, with one pod of one container and its pause on it, and whatever processes
/// a test wants. It booted 10,000 seconds ago.
final class BuiltNode {
  static final Instant NOW = Instant.ofEpochSecond(1_700_010_000);
  static final String UID = "e40b25d2-0576-4044-b866-3ab0d4c9e406";
  static final String ID = "c".repeat(64);
  static final int SHIM = 50;
  static final int PAUSE = 60;

  private final Path root;
  private final boolean isUnified;
  private final InsightKeeper keeper;
  private PodTable pods;
  private @Nullable PodView last;

  /// @param isUnified cgroup v2, else v1
  BuiltNode(Path root, boolean isUnified, PodTable pods) throws IOException {
    this.root = root;
    this.isUnified = isUnified;
    this.pods = pods;
    keeper = new InsightKeeper(this::view);
    write("proc/stat", "cpu  1 0 1 1 0 0 0 0 0 0\nbtime 1700000000\n");
    byte[] auxiliary = new byte[48];
    auxiliary[0] = 6;
    auxiliary[9] = 16;
    auxiliary[16] = 17;
    auxiliary[24] = 100;
    Files.write(path("proc/self/auxv"), auxiliary);
    process(1, 0, "systemd").in("/init.scope").write();
    process(SHIM, 1, "containerd-shim").in("/system.slice/containerd.service").write();
    process(PAUSE, SHIM, "pause").in(group("f".repeat(64))).started(90_000).write();
  }

  private PodView view(NodeSnapshot node) {
    return new PodView(node, index(pods), pods);
  }

  /// Names the container as the cluster does, where that told of it.
  private static PodIndex index(PodTable pods) {
    return container ->
        pods.container(container.id())
            .map(
                place ->
                    new ContainerName(
                        place.pod().namespace(),
                        place.pod().name(),
                        place.container().name(),
                        place.pod().workload().name(),
                        place.pod().workload().kind()))
            .orElseGet(() -> PodIndex.standAlone().name(container));
  }

  /// From now on the cluster tells this.
  void told(PodTable now) {
    pods = now;
  }

  static String group(String id) {
    return "/kubepods/burstable/pod" + UID + '/' + id;
  }

  /// A process of the container, a child of the shim, that began with it and has no terminal.
  Built process(int pid, int parent, String comm) {
    return new Built(this, pid, parent, comm);
  }

  /// The container's control group.
  ///
  /// @param id the runtime's
  /// @param kills processes that the OOM killer ended
  /// @param usage bytes that it uses
  /// @param limit bytes that it may
  void memory(String id, long kills, long usage, long limit) throws IOException {
    String root = "sys/fs/cgroup/";
    if (isUnified) {
      write(root + "cgroup.controllers", "cpu memory pids\n");
      String own = root + group(id).substring(1) + '/';
      write(own + "cpu.stat", "usage_usec 5\nuser_usec 5\nsystem_usec 0\n");
      write(own + "memory.current", usage + "\n");
      write(own + "memory.max", limit + "\n");
      write(own + "memory.events", "low 0\nhigh 0\nmax 9\noom 9\noom_kill " + kills + "\n");
      write(
          own + "memory.stat",
          lines(
              List.of(
                  "anon",
                  "file",
                  "file_mapped",
                  "file_dirty",
                  "file_writeback",
                  "active_file",
                  "inactive_file",
                  "unevictable",
                  "slab_reclaimable",
                  "slab_unreclaimable",
                  "pgfault",
                  "pgmajfault")));
    } else {
      String own = root + "memory" + group(id) + '/';
      write(root + "cpu,cpuacct" + group(id) + "/cpuacct.usage", "5\n");
      write(own + "memory.usage_in_bytes", usage + "\n");
      write(own + "memory.limit_in_bytes", limit + "\n");
      write(
          own + "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill " + kills + "\n");
      write(
          own + "memory.stat",
          "hierarchical_memory_limit "
              + limit
              + "\n"
              + lines(
                  List.of(
                      "total_cache",
                      "total_rss",
                      "total_shmem",
                      "total_mapped_file",
                      "total_dirty",
                      "total_writeback",
                      "total_swap",
                      "total_pgfault",
                      "total_pgmajfault",
                      "total_inactive_file",
                      "total_active_file",
                      "total_unevictable")));
    }
  }

  private static String lines(List<String> keys) {
    return keys.stream().map(key -> key + " 0\n").collect(Collectors.joining());
  }

  /// The container's control groups are gone.
  void ended(String id) throws IOException {
    List<String> hierarchies = isUnified ? List.of("") : List.of("memory", "cpu,cpuacct");
    for (String hierarchy : hierarchies) {
      Path group = root.resolve("sys/fs/cgroup/" + hierarchy + group(id));
      try (Stream<Path> files = Files.list(group)) {
        for (Path file : files.toList()) Files.delete(file);
      }
      Files.delete(group);
    }
  }

  void end(int pid) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("proc/" + pid))) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(root.resolve("proc/" + pid));
  }

  /// Reads the node as the agent does when it begins and draws the conclusions.
  ContainerInsight look() throws IOException {
    Roots roots = new Roots(root + "/proc", root + "/sys", root.toString());
    try (NodeReader reader = new NodeReader(roots, Clock.fixed(NOW, ZoneOffset.UTC), Set.of())) {
      NodeSnapshot node = reader.read();
      for (int again = 0; again < 100 && !hasArguments(node); again++) {
        node = node.with(reader.readProcesses());
      }
      keeper.snapshot(node, node);
      last = view(node);
    }
    return keeper.insights().containers().values().stream()
        .filter(each -> !each.comm().equals("pause"))
        .findFirst()
        .orElseThrow();
  }

  Insights insights() {
    return keeper.insights();
  }

  /// What was looked at.
  PodView view() {
    return Objects.requireNonNull(last);
  }

  /// Arguments are read beside the pass, and may be late.
  private static boolean hasArguments(NodeSnapshot node) {
    return node.processes().section().present().orElseThrow().processes().stream()
        .allMatch(process -> process.cmdline().present().isPresent());
  }

  /// `pid kind comm terminal×processes`, one a session.
  static List<String> text(List<Session> sessions) {
    return sessions.stream()
        .map(
            each ->
                "%d %s %s %d×%d"
                    .formatted(
                        each.id().pid(),
                        each.kind(),
                        each.comm(),
                        each.terminal(),
                        each.processes()))
        .toList();
  }

  void write(String file, String text) throws IOException {
    Files.write(path(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private Path path(String file) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    return path;
  }

  /// A process in the making.
  static final class Built {
    private final BuiltNode node;
    private final int pid;
    private final int parent;
    private final String comm;
    private String cgroup = group(ID);
    private String state = "S";
    private long started = 100_000;
    private int session;
    private int terminal;
    private String namespacePids;
    private long caught;
    private long blocked;
    private long ignored;
    private List<String> arguments = List.of("/bin/x");

    Built(BuiltNode node, int pid, int parent, String comm) {
      this.node = node;
      this.pid = pid;
      this.parent = parent;
      this.comm = comm;
      session = pid;
      namespacePids = Integer.toString(pid);
    }

    Built in(String path) {
      cgroup = path;
      return this;
    }

    /// @param ticks since boot, 100 a second
    Built started(long ticks) {
      started = ticks;
      return this;
    }

    Built session(int leader) {
      session = leader;
      return this;
    }

    Built terminal(int device) {
      terminal = device;
      return this;
    }

    /// @param pids after the host's own
    Built inside(int... pids) {
      namespacePids =
          IntStream.concat(IntStream.of(pid), IntStream.of(pids))
              .mapToObj(Integer::toString)
              .collect(Collectors.joining("\t"));
      return this;
    }

    Built catches(int signal) {
      caught |= 1L << (signal - 1);
      return this;
    }

    Built blocks(int signal) {
      blocked |= 1L << (signal - 1);
      return this;
    }

    Built ignores(int signal) {
      ignored |= 1L << (signal - 1);
      return this;
    }

    Built runs(String... command) {
      arguments = List.of(command);
      return this;
    }

    Built ended() {
      state = "Z";
      arguments = List.of();
      return this;
    }

    void write() throws IOException {
      String own = "proc/" + pid + '/';
      node.write(
          own + "stat",
          ("%d (%s) %s %d %d %d %d -1 4194304 0 0 0 0 1 1 0 0 20 0 1 0 %d 4096 %d"
                  + " 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0\n")
              .formatted(
                  pid,
                  comm,
                  state,
                  parent,
                  pid,
                  session,
                  terminal,
                  started,
                  state.equals("Z") ? 0 : 10));
      node.write(
          own + "status",
          """
          Name:\tx
          Tgid:\t%d
          Uid:\t1000\t1000\t1000\t1000
          Gid:\t0\t0\t0\t0
          NSpid:\t%s
          Threads:\t1
          SigBlk:\t%016x
          SigIgn:\t%016x
          SigCgt:\t%016x
          CapEff:\t0
          voluntary_ctxt_switches:\t1
          nonvoluntary_ctxt_switches:\t1
          """
              .formatted(pid, namespacePids, blocked, ignored, caught));
      node.write(
          own + "cmdline",
          arguments.stream().map(each -> each + '\0').collect(Collectors.joining()));
      node.write(own + "cgroup", node.isUnified ? unified() : legacy());
    }

    private String unified() {
      return "0::" + cgroup + '\n';
    }

    /// As the kernel shows it: who has ended is in the root.
    private String legacy() {
      String path = state.equals("Z") ? "/" : cgroup;
      return "4:memory:%s\n2:cpu,cpuacct:%s\n1:name=systemd:%s\n".formatted(path, path, path);
    }
  }
}
