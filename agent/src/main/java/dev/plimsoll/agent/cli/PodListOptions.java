package dev.plimsoll.agent.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.plimsoll.agent.cli.agent.AgentClient;
import dev.plimsoll.agent.cli.agent.AgentUrl;
import dev.plimsoll.agent.cli.pods.LabelSelector;
import dev.plimsoll.agent.cli.pods.ListForms;
import dev.plimsoll.agent.cli.pods.PodFilter;
import dev.plimsoll.agent.cli.pods.ToldPod;
import dev.plimsoll.agent.cli.pods.ToldPods;
import dev.plimsoll.agent.cli.table.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// What the lists of what only an agent knows have alike, in kubectl's habit: `@Mixin private
/// PodListOptions list`.
final class PodListOptions {
  /// Nobody else can tell, and a thousand pods on a busy node take a while.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The form of an answer.
  enum Form {
    TEXT,
    WIDE,
    JSON
  }

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = AgentUrl.FLAG,
      paramLabel = "URL",
      defaultValue = "${env:" + AgentUrl.VARIABLE + ":-" + AgentUrl.USUAL + "}",
      description = "The agent that is asked (default: " + AgentUrl.USUAL + ").")
  private String agent;

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
  private Form form;

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
    Optional<AgentUrl> url = AgentOption.parse(agent, command);
    if (url.isEmpty()) throw new IOException("only an agent knows pods, and --agent is none");
    return ask(url.get()).stream().filter(filter::takes).toList();
  }

  private static List<ToldPod> ask(AgentUrl url) throws IOException {
    try {
      return new AgentClient(url, PATIENCE).ask(ToldPods.PATH, ToldPods::read);
    } catch (JsonProcessingException nonsense) {
      throw silent(url, "it does not speak JSON", nonsense);
    } catch (IOException silent) {
      throw silent(url, String.valueOf(silent.getMessage()), silent);
    }
  }

  private static IOException silent(AgentUrl url, String why, IOException cause) {
    return new IOException(
        "no agent tells of pods at " + url.text() + ": " + why + " (--agent names another)", cause);
  }

  /// Prints rows in the form that was asked for.
  ///
  /// @param width of a line
  <T> void print(List<T> rows, ListForms<T> forms, OptionalInt width) throws IOException {
    PrintWriter out = command.commandLine().getOut();
    switch (form) {
      case TEXT -> lines(new Table<>(forms.text(width)).lines(rows, width, !noHeaders), out);
      case WIDE ->
          lines(new Table<>(forms.wide()).lines(rows, OptionalInt.empty(), !noHeaders), out);
      case JSON -> new Table<>(forms.json()).json(rows, out);
    }
    out.flush();
  }

  private static void lines(List<String> lines, PrintWriter out) {
    lines.forEach(out::println);
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
