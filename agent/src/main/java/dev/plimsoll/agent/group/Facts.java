package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.process.ProcCgroup;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;

/// Gathers for the rules what is known of a process. What could not be read is empty.
final class Facts {
  private static final long NANOS = 1_000_000_000;

  private final LongFunction<String> userNames;
  private KernelUnits units = new KernelUnits(100, 4096, 0);

  Facts(LongFunction<String> userNames) {
    this.userNames = userNames;
  }

  void units(KernelUnits now) {
    units = now;
  }

  NamingFacts of(Member member) {
    ProcStatus status = member.status;
    List<String> cmdline =
        member.entry.cmdline() instanceof Section.Present<ProcCmdline> present
            ? present.value().arguments()
            : List.of();
    return new NamingFacts(
        member.entry.stat().comm(),
        cmdline,
        cgroups(member),
        status == null ? "" : userNames.apply(status.user().effective()),
        member.pid(),
        startTime(member.startTicks()));
  }

  private static List<String> cgroups(Member member) {
    if (!(member.entry.cgroup() instanceof Section.Present<ProcCgroup> present)) return List.of();
    return present.value().memberships().stream().map(ProcCgroup.Membership::path).toList();
  }

  private Instant startTime(long ticks) {
    long perSecond = units.ticksPerSecond();
    return Instant.ofEpochSecond(
        units.bootTime() + ticks / perSecond, ticks % perSecond * (NANOS / perSecond));
  }
}
