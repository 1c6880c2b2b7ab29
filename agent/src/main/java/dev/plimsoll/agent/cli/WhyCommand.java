package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.why.ToldPod;
import dev.plimsoll.agent.cli.why.WhyText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plimsoll why`: what is wrong with a pod, and how one knows.
@Command(
    name = "why",
    versionProvider = PlimsollVersion.class,
    description =
        "Says what is wrong with a pod of this node, the worst first, with the evidence; without"
            + " a pod, with which pods something is wrong.")
final class WhyCommand implements Callable<Integer> {
  private static final int MOST_PODS = 20;

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @Mixin private AskedAgent agent;

  @SuppressWarnings("UnusedVariable")
  @Mixin
  private LongHelp help;

  /// The form of an answer.
  enum Form {
    TEXT,
    JSON
  }

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only pods of this namespace.")
  private String namespace;

  @Option(
      names = {"-a", "--all"},
      description = "All pods with which something is wrong, not the first 20.")
  private boolean all;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text or json.")
  private Form form;

  @Parameters(
      paramLabel = "POD",
      arity = "0..1",
      defaultValue = "",
      description = "The pod's name, or the beginning of it.")
  private String name;

  WhyCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (form == Form.JSON && name.isEmpty() && namespace.isEmpty()) {
      out.print(agent.ask(ToldPod.PATH, AskedAgent::text));
    } else {
      print(chosen(agent.ask(ToldPod.PATH, ToldPod::read)), out);
    }
    out.flush();
    return 0;
  }

  private void print(List<ToldPod> pods, PrintWriter out) throws IOException {
    switch (form) {
      case TEXT -> text(pods).forEach(out::println);
      case JSON -> {
        for (ToldPod pod : pods) out.print(agent.ask(path(pod), AskedAgent::text));
      }
    }
  }

  /// Names of pods and namespaces are made of what a path may hold.
  private static String path(ToldPod pod) {
    return ToldPod.PATH + '/' + pod.namespace() + '/' + pod.name();
  }

  private List<String> text(List<ToldPod> pods) {
    WhyText text = new WhyText(LineWidth.ofOutput(environment));
    if (!name.isEmpty()) return text.one(pods.getFirst());
    return text.all(pods, all ? Integer.MAX_VALUE : MOST_PODS);
  }

  private List<ToldPod> chosen(List<ToldPod> pods) throws IOException {
    List<ToldPod> here =
        pods.stream()
            .filter(pod -> namespace.isEmpty() || pod.namespace().equals(namespace))
            .toList();
    if (name.isEmpty()) return here;
    List<ToldPod> exact = here.stream().filter(pod -> pod.name().equals(name)).toList();
    List<ToldPod> begun = here.stream().filter(pod -> pod.name().startsWith(name)).toList();
    List<ToldPod> meant = exact.isEmpty() ? begun : exact;
    if (meant.isEmpty()) throw new IOException("there is no pod " + name + " on this node");
    if (meant.size() > 1)
      throw new IOException("several pods are meant by " + name + ": " + names(meant));
    return meant;
  }

  private static String names(List<ToldPod> pods) {
    return pods.stream().map(ToldPod::title).limit(5).collect(Collectors.joining(", "))
        + (pods.size() > 5 ? ", …" : "");
  }
}
