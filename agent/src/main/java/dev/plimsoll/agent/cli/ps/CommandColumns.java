package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.cli.ps.PsColumn.Overflow;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.process.ProcCmdline;
import java.util.List;
import java.util.function.Function;

/// What a process executes, and where: its command, pod, container and unit.
final class CommandColumns {
  static final List<PsColumn> ALL =
      List.of(
          command("comm", "COMMAND"),
          command("ucmd ucomm", "CMD"),
          arguments("args command", "COMMAND"),
          arguments("cmd", "CMD"),
          container("pod", "POD", 3, ContainerName::pod),
          container("container", "CONTAINER", 9, ContainerName::container),
          container("namespace", "NAMESPACE", 9, ContainerName::namespace),
          container("workload", "WORKLOAD", 8, ContainerName::workload),
          place("unit", "UNIT", 4, process -> process.unit().orElse("")));

  private CommandColumns() {}

  private static PsColumn command(String names, String header) {
    return PsColumn.of(
        names,
        header,
        Align.LEFT,
        15,
        Overflow.CUT,
        PsProcess::command,
        "command",
        process -> Datum.of(process.stat().comm()));
  }

  private static PsColumn arguments(String names, String header) {
    return PsColumn.of(
        names,
        header,
        Align.LEFT,
        27,
        Overflow.CUT,
        PsProcess::arguments,
        "arguments",
        process ->
            process.cmdline().map(cmdline -> Datum.of(joined(cmdline))).orElseGet(Datum::missing),
        Need.CMDLINE);
  }

  private static String joined(ProcCmdline cmdline) {
    return String.join(" ", cmdline.arguments());
  }

  private static PsColumn container(
      String names, String header, int width, Function<ContainerName, String> part) {
    return place(names, header, width, process -> process.container().map(part).orElse(""));
  }

  private static PsColumn place(
      String names, String header, int width, Function<PsProcess, String> part) {
    return PsColumn.of(
        names,
        header,
        Align.LEFT,
        width,
        Overflow.GROW,
        process -> part.apply(process).isEmpty() ? "-" : part.apply(process),
        names,
        process -> part.apply(process).isEmpty() ? Datum.missing() : Datum.of(part.apply(process)),
        Need.CGROUP);
  }
}
