package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcExe;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.TaskState;
import org.jspecify.annotations.Nullable;

/// What our own groups are called: as the first rule says that speaks of the process; else as the
/// rule that spoke of its nearest ancestor at the time; else by the file name of its program, by
/// its comm where the program is not known. The kernel's threads are all `kernel`.
final class GroupNames {
  static final String KERNEL = "kernel";

  /// A program without a file, whose name may be another each time (runc starts itself so).
  private static final String IN_MEMORY = "/memfd:";

  private final NamingRules rules;
  private final Facts facts;

  GroupNames(NamingRules rules, Facts facts) {
    this.rules = rules;
    this.facts = facts;
  }

  /// The name of a process that is new or has changed.
  String name(Member member, Census census) {
    if (member.entry.stat().kernelThread()) return KERNEL;
    if (!rules.isEmpty()) {
      member.ruled = ruled(member, census);
      if (member.ruled != null) return member.ruled;
    }
    return program(member.entry);
  }

  private @Nullable String ruled(Member member, Census census) {
    String name = rules.name(facts.of(member));
    if (name != null) return name;
    Member parent = census.parent(member);
    return parent == null ? null : parent.ruled;
  }

  private static String program(ProcessEntry entry) {
    if (!(entry.exe() instanceof Section.Present<ProcExe> exe)) return entry.stat().comm();
    String path = exe.value().path();
    return path.startsWith(IN_MEMORY) ? entry.stat().comm() : NamingFacts.baseName(path);
  }

  /// Whether it may have another name than in the pass before. One that has ended keeps its name
  /// until it is waited for, though it has no program any more.
  boolean mayDiffer(Member member, ProcessEntry before) {
    ProcessEntry now = member.entry;
    if (unchanged(now, before) || now.stat().state() == TaskState.ZOMBIE) return false;
    if (!same(now.exe(), before.exe())) return true;
    if (!now.stat().comm().equals(before.stat().comm())) return true;
    return !rules.isEmpty() && !same(now.cmdline(), before.cmdline());
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean unchanged(ProcessEntry now, ProcessEntry before) {
    return now == before;
  }

  /// The reader mostly hands on the very object where nothing has changed.
  @SuppressWarnings("ReferenceEquality")
  private static <T> boolean same(T now, T before) {
    return now == before || now.equals(before);
  }
}
