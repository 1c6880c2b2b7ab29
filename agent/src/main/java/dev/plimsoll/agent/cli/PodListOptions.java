package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.pods.LabelSelector;
import dev.plimsoll.agent.cli.pods.PodFilter;
import dev.plimsoll.agent.cli.pods.ToldPod;
import dev.plimsoll.agent.cli.pods.ToldPods;
import dev.plimsoll.agent.cli.table.ListForm;
import dev.plimsoll.agent.cli.table.ListForms;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What the lists of what only an agent knows have alike, in kubectl's habit: `@Mixin private
/// PodListOptions list`.
final class PodListOptions {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private AskedAgent agent;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only pods of this namespace.")
  private String namespace;

  @SuppressWarnings("UnusedVariable")
  @Option(
      names = {"-A", "--all-namespaces"},
      description = "Pods of all namespaces, as without -n.")
  private boolean all;

  @Option(
      names = {"-l", "--selector"},
      paramLabel = "LABELS",
      defaultValue = "",
      description = "Only pods with these labels: app=web,tier!=test,env in (a,b),!canary.")
  private String selector;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, wide or json, which is one object a line.")
  private ListForm form;

  @Option(names = "--no-headers", description = "Without titles.")
  private boolean noHeaders;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "Only pods with one of these in their names.")
  private List<String> texts = List.of();

  /// The pods that are wanted, as the agent tells of them.
  ///
  /// @throws IOException where it does not, in a line for a person
  List<ToldPod> pods() throws IOException {
    PodFilter filter = filter();
    return agent.ask(ToldPods.PATH, ToldPods::read).stream().filter(filter::takes).toList();
  }

  /// Prints rows in the form that was asked for.
  ///
  /// @param width of a line
  <T> void print(List<T> rows, ListForms<T> forms, OptionalInt width) throws IOException {
    form.print(rows, forms, width, !noHeaders, command.commandLine().getOut());
  }

  private PodFilter filter() {
    Predicate<Map<String, String>> labels = _ -> true;
    if (!selector.isEmpty()) {
      labels =
          LabelSelector.parse(selector)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          command.commandLine(),
                          "-l: \"" + selector + "\" is not a selector such as app=web"));
    }
    return new PodFilter(namespace, labels, texts);
  }
}
