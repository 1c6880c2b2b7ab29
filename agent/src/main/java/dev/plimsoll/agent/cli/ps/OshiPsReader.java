package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.oshi.OshiNode;
import dev.plimsoll.collectors.oshi.OshiProcesses;
import dev.plimsoll.collectors.oshi.OshiTable;
import dev.plimsoll.collectors.oshi.OshiTable.Account;
import dev.plimsoll.collectors.process.AccountNames;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Processes from OSHI, all at once: it reads no less of one than of another.
final class OshiPsReader implements PsSource {
  private static final double MILLIS = 1000;

  private final OshiNode oshi = new OshiNode();
  private final OshiTable table = oshi.processes();
  private final Clock clock;

  OshiPsReader(Clock clock) {
    this.clock = clock;
  }

  @Override
  public PsNode node(PodIndex pods, ZoneId zone, boolean named) {
    Instant now = clock.instant();
    Duration up = Duration.between(Instant.ofEpochSecond(oshi.bootTime()), now);
    return new PsNode(
        now,
        up.toMillis() / MILLIS,
        oshi.bootTime(),
        oshi.memory().total(),
        oshi.units().pageSize(),
        oshi.units().ticksPerSecond(),
        names(named, Account::userId, Account::user),
        names(named, Account::groupId, Account::group),
        new TerminalNames(List.of()),
        pods,
        zone);
  }

  private AccountNames names(
      boolean named, Function<Account, Long> id, Function<Account, String> name) {
    Map<Long, String> names = new HashMap<>();
    if (named) {
      for (Account each : table.accounts().values()) names.put(id.apply(each), name.apply(each));
    }
    return new AccountNames(names);
  }

  @Override
  public Selection.Asker asker() {
    int self = Math.toIntExact(ProcessHandle.current().pid());
    long user =
        table
            .table()
            .find(self)
            .map(entry -> table.accounts().get(entry.id()))
            .map(Account::userId)
            .orElse(0L);
    return new Selection.Asker(user, OshiProcesses.UNKNOWN_TERMINAL);
  }

  @Override
  public List<PsProcess> processes(
      PsNode node, Set<Need> toChoose, Set<Need> toShow, Predicate<PsProcess> wanted) {
    List<PsProcess> processes = new ArrayList<>();
    for (ProcessEntry entry : table.table().processes()) {
      PsProcess process = process(entry, node);
      if (wanted.test(process)) processes.add(process);
    }
    return processes;
  }

  private PsProcess process(ProcessEntry entry, PsNode node) {
    return new PsProcess(
        node,
        entry.stat(),
        Optional.ofNullable(table.accounts().get(entry.id()))
            .map(account -> status(entry, account)),
        entry.cmdline().present(),
        Optional.empty(),
        "0",
        "");
  }

  /// The ids; what columns of Linux alone show of the rest is not asked for.
  private static ProcStatus status(ProcessEntry entry, Account account) {
    return new ProcStatus(
        entry.pid(),
        List.of(),
        ids(account.userId()),
        ids(account.groupId()),
        Optional.empty(),
        entry.stat().threads(),
        new ProcStatus.Signals(0, 0, 0),
        0,
        0,
        0);
  }

  private static ProcStatus.Ids ids(long id) {
    return new ProcStatus.Ids(id, id, id, id);
  }
}
