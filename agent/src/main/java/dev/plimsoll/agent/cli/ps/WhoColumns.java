package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.cli.ps.PsColumn.Overflow;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.collectors.process.AccountNames;
import dev.plimsoll.collectors.process.ProcStat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Which process it is, and whose.
final class WhoColumns {
  static final List<PsColumn> ALL =
      List.of(
          PsColumn.number("pid tgid", "PID", 5, "pid", process -> (long) process.pid()),
          PsColumn.number("tid lwp", "LWP", 5, "tid", process -> (long) process.stat().pid()),
          PsColumn.number("spid", "SPID", 5, "tid", process -> (long) process.stat().pid()),
          PsColumn.number("ppid", "PPID", 5, "ppid", process -> (long) process.stat().ppid()),
          PsColumn.kernel("pgid pgrp", "PGID", 5, "pgid", ProcStat::pgrp),
          PsColumn.kernel("sid sess session", "SID", 5, "sid", ProcStat::session),
          PsColumn.kernel("tpgid", "TPGID", 5, "tpgid", ProcStat::ttyPgrp),
          user("user euser uname", "USER", "user", status -> status.user().effective()),
          user("ruser", "RUSER", "real_user", status -> status.user().real()),
          user("suser", "SUSER", "saved_user", status -> status.user().saved()),
          group("group egroup", "GROUP", "group", status -> status.group().effective()),
          group("rgroup", "RGROUP", "real_group", status -> status.group().real()),
          id("uid euid", "UID", "uid", status -> status.user().effective()),
          id("ruid", "RUID", "real_uid", status -> status.user().real()),
          id("gid egid", "GID", "gid", status -> status.group().effective()),
          id("rgid", "RGID", "real_gid", status -> status.group().real()),
          PsColumn.of(
              "tty tt tname",
              "TTY",
              Align.LEFT,
              8,
              Overflow.GROW,
              WhoColumns::terminal,
              "tty",
              WhoColumns::ownTerminal));

  private WhoColumns() {}

  static String terminal(PsProcess process) {
    return process.kernel().map(stat -> process.node().terminals().name(stat.tty())).orElse("-");
  }

  private static Datum ownTerminal(PsProcess process) {
    boolean has = process.kernel().filter(stat -> stat.tty() != 0).isPresent();
    return has ? Datum.of(terminal(process)) : Datum.missing();
  }

  private static PsColumn user(
      String names, String header, String key, ToLongFunction<PsIdentity> id) {
    return account(names, header, key, process -> process.node().users(), id);
  }

  private static PsColumn group(
      String names, String header, String key, ToLongFunction<PsIdentity> id) {
    return account(names, header, key, process -> process.node().groups(), id);
  }

  private static PsColumn account(
      String names,
      String header,
      String key,
      Function<PsProcess, AccountNames> accounts,
      ToLongFunction<PsIdentity> id) {
    return PsColumn.of(
        names,
        header,
        Align.LEFT,
        8,
        Overflow.MARK,
        process -> process.status().map(status -> name(process, accounts, id, status)).orElse("?"),
        key,
        process ->
            process
                .status()
                .map(status -> Datum.of(name(process, accounts, id, status)))
                .orElseGet(Datum::missing),
        Need.STATUS);
  }

  private static String name(
      PsProcess process,
      Function<PsProcess, AccountNames> accounts,
      ToLongFunction<PsIdentity> id,
      PsIdentity status) {
    return accounts.apply(process).name(id.applyAsLong(status));
  }

  private static PsColumn id(
      String names, String header, String key, ToLongFunction<PsIdentity> id) {
    return PsColumn.right(
        names,
        header,
        5,
        process -> process.status().map(status -> "" + id.applyAsLong(status)).orElse("?"),
        key,
        process ->
            process
                .status()
                .map(status -> Datum.of(id.applyAsLong(status)))
                .orElseGet(Datum::missing),
        Need.STATUS);
  }
}
