package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.join.PodIndex;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Where the processes of a listing come from.
interface PsSource {
  /// What all processes have in common.
  ///
  /// @param named whether users, groups and terminals are to have names
  PsNode node(PodIndex pods, ZoneId zone, boolean named) throws IOException;

  /// Who runs this command.
  Selection.Asker asker();

  /// The processes that are wanted, by number.
  ///
  /// @param toChoose what `wanted` looks at, `toShow` what the columns and the order need
  List<PsProcess> processes(
      PsNode node, Set<Need> toChoose, Set<Need> toShow, Predicate<PsProcess> wanted)
      throws IOException;
}
