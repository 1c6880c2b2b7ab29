package dev.plimsoll.agent.cli.sessions;

import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcessFiles;

/// Reads what sessions were started with, which the agent does not tell: of the processes
/// themselves, as far as whoever asks may.
public record SessionArguments(ProcessFiles files) {

  /// The row with the arguments, where that process is still there.
  public SessionRow of(SessionRow row) {
    boolean isThere =
        files
            .stat(row.pid())
            .present()
            .filter(now -> now.startTicks() == row.startTicks())
            .isPresent();
    if (!isThere) return row;
    return files
        .cmdline(row.pid())
        .present()
        .map(ProcCmdline::arguments)
        .filter(arguments -> !arguments.isEmpty())
        .map(arguments -> row.with(String.join(" ", arguments)))
        .orElse(row);
  }
}
