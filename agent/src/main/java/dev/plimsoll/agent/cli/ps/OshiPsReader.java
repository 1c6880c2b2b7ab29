package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.collectors.oshi.OshiNode;
import dev.plimsoll.collectors.oshi.OshiProcess;
import dev.plimsoll.collectors.oshi.OshiProcess.Account;
import dev.plimsoll.collectors.process.AccountNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Processes from OSHI, all at once: it reads no less of one than of another.
final class OshiPsReader implements PsSource {
  private static final double MILLIS = 1000;

  private final OshiNode oshi = new OshiNode();
  private final List<OshiProcess> table = oshi.processes();
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
      for (OshiProcess process : table) {
        process.account().ifPresent(each -> names.put(id.apply(each), name.apply(each)));
      }
    }
    return new AccountNames(names);
  }

  @Override
  public Selection.Asker asker() {
    int self = Math.toIntExact(ProcessHandle.current().pid());
    long user =
        table.stream()
            .filter(process -> process.pid() == self)
            .flatMap(process -> process.account().stream())
            .findFirst()
            .map(Account::userId)
            .orElse(0L);
    return new Selection.Asker(user, OptionalInt.empty());
  }

  @Override
  public List<PsProcess> processes(
      PsNode node, Set<Need> toChoose, Set<Need> toShow, Predicate<PsProcess> wanted) {
    List<PsProcess> processes = new ArrayList<>();
    for (OshiProcess each : table) {
      PsProcess process = process(each, node);
      if (wanted.test(process)) processes.add(process);
    }
    return processes;
  }

  private static PsProcess process(OshiProcess process, PsNode node) {
    return new PsProcess(
        node,
        process.pid(),
        process,
        process.account().map(account -> PsIdentity.of(account.userId(), account.groupId())),
        process.cmdline(),
        Optional.empty(),
        "0",
        "");
  }
}
