package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `-o` as util-linux has it, for columns, and as all our commands have it, for `json`; both may be
/// given.
final class OutputOption {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "WHAT",
      split = ",",
      description = "json, one object a line, in bytes; or the columns, by their titles.")
  private List<String> what = List.of();

  @Option(
      names = {"-J", "--json"},
      description = "As -o json.")
  private boolean json;

  boolean isJson() {
    return json || what.contains("json");
  }

  /// The columns that were asked for.
  ///
  /// @param offered all there are
  /// @param usual what is shown where none is asked for
  <T> List<Column<T>> columns(List<Column<T>> offered, List<Column<T>> usual) {
    List<Column<T>> chosen = new ArrayList<>();
    for (String name : what) {
      if (name.equals("json") || name.equals("text")) continue;
      chosen.add(column(name, offered));
    }
    return chosen.isEmpty() ? usual : chosen;
  }

  private <T> Column<T> column(String name, List<Column<T>> offered) {
    String title = name.toUpperCase(Locale.ROOT);
    return offered.stream()
        .filter(column -> column.header().equals(title))
        .findFirst()
        .orElseThrow(() -> new ParameterException(command.commandLine(), unknown(name, offered)));
  }

  private static <T> String unknown(String name, List<Column<T>> offered) {
    String titles = offered.stream().map(Column::header).collect(Collectors.joining(", "));
    return "-o: no column '" + name + "'; there are " + titles + " and json";
  }
}
