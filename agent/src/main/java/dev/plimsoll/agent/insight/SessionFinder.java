package dev.plimsoll.agent.insight;

import dev.plimsoll.agent.insight.Session.Kind;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.TaskState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Finds what was brought into one container from outside. A runtime starts such a process as it
/// starts the first one: its parent is outside the container, and it leads a session of its own.
/// When a parent ends, its children get another: the first process, the pod's pause where pids are
/// shared, or the runtime's shim where they are the host's. Their session stays what it was, by
/// which those are known again whose session was seen while it was open.
final class SessionFinder {
  private static final int MOST_SESSIONS = 256;
  private static final int DEEPEST = 256;

  /// What runc calls itself inside a container until it becomes the program that it starts.
  private static final String IN_THE_MAKING = "runc:[";

  private final ContainerTable table;
  private final ContainerProcesses container;
  private final ExecCommands commands;
  private final ExecHistory history;
  private final ProcStat first;
  private final Map<Integer, Root> roots = new HashMap<>();

  SessionFinder(
      ContainerTable table,
      ContainerProcesses container,
      ExecCommands commands,
      ExecHistory history) {
    this.table = table;
    this.container = container;
    this.commands = commands;
    this.history = history;
    this.first = container.first().stat();
  }

  /// The oldest first, some hundred at most. Who is in the first process's own session was not
  /// brought: a session can be begun, but not joined.
  List<Session> find() {
    for (ProcessEntry member : container.members) {
      int session = member.stat().session();
      if (session == first.session()) continue;
      ProcessEntry root = root(member);
      if (root != null) count(root, session);
    }
    if (roots.isEmpty()) return List.of();
    return roots.values().stream()
        .flatMap(root -> root.session().stream())
        .sorted(Comparator.comparingLong(session -> session.id().startTicks()))
        .limit(MOST_SESSIONS)
        .toList();
  }

  private void count(ProcessEntry process, int session) {
    Root root = roots.computeIfAbsent(process.pid(), _ -> new Root(process, kind(process)));
    root.size++;
    if (root.kind.isPresent() && root.kind.get() != Kind.DETACHED) history.note(session);
  }

  /// Of whom it descends in the container: of one whose parent is the first process or outside.
  /// Null for the first process itself.
  private @Nullable ProcessEntry root(ProcessEntry member) {
    ProcessEntry root = member;
    for (int depth = 0; depth < DEEPEST; depth++) {
      if (root.pid() == first.pid()) return null;
      int parent = root.stat().ppid();
      if (parent == first.pid() || !table.isIn(container, parent)) return root;
      ProcessEntry above = table.process(parent);
      if (above == null) return root;
      root = above;
    }
    return root;
  }

  /// Of whom some of the container's processes descend.
  private static final class Root {
    private final ProcessEntry process;
    private final Optional<Kind> kind;
    private int size;

    Root(ProcessEntry process, Optional<Kind> kind) {
      this.process = process;
      this.kind = kind;
    }

    Optional<Session> session() {
      return kind.map(known -> of(process, known, size));
    }
  }

  /// Empty for what belongs to the container itself.
  private Optional<Kind> kind(ProcessEntry root) {
    ProcStat stat = root.stat();
    int session = stat.session();
    if (session == 0 || stat.state() == TaskState.ZOMBIE) return Optional.empty();
    boolean leads = stat.pid() == session;
    if (leads && isStartedFromOutside(stat)) return open(root);
    if (history.knew(session) && (leads || isGone(session))) return Optional.of(Kind.LEFTOVER);
    boolean detached = session != first.session() && !leads && isGone(session);
    return detached ? Optional.of(Kind.DETACHED) : Optional.empty();
  }

  private Optional<Kind> open(ProcessEntry root) {
    if (root.stat().comm().startsWith(IN_THE_MAKING)) return Optional.empty();
    return Optional.of(root.stat().tty() != 0 ? Kind.INTERACTIVE : commands.kind(root));
  }

  /// Whether a runtime started it. Where the containers of a pod share their pids, whoever becomes
  /// an orphan gets a parent in another container of the pod.
  private boolean isStartedFromOutside(ProcStat stat) {
    ContainerProcesses parent = table.container(stat.ppid());
    return parent == null || !isOfOnePod(parent.owner, container.owner);
  }

  private static boolean isOfOnePod(CgroupOwner one, CgroupOwner other) {
    return one.equals(other)
        || (one instanceof CgroupOwner.Container first
            && other instanceof CgroupOwner.Container second
            && first.podUid().equals(second.podUid()));
  }

  private boolean isGone(int session) {
    return !table.isIn(container, session);
  }

  private static Session of(ProcessEntry root, Kind kind, int size) {
    OptionalLong user =
        root.seldom()
            .status()
            .present()
            .map(ProcStatus::user)
            .map(ids -> OptionalLong.of(ids.real()))
            .orElse(OptionalLong.empty());
    ProcStat stat = root.stat();
    return new Session(root.id(), kind, stat.comm(), user, stat.tty(), size);
  }
}
