package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.cluster.ClusterAccess;
import dev.plimsoll.agent.cli.cluster.ClusterChoice;
import dev.plimsoll.agent.cli.wait.Goal;
import dev.plimsoll.agent.cli.wait.Outcome;
import dev.plimsoll.agent.cli.wait.Patience;
import dev.plimsoll.agent.cli.wait.Target;
import dev.plimsoll.agent.cli.wait.Wait;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/// `plimsoll wait`: returns when objects of the cluster are what they are to be. Ended by a signal,
/// it leaves the virtual machine's own status, 143 or 130.
@Command(
    name = "wait",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Waits until jobs, pods, workloads or services are done, ready or gone.",
    footer = {
      "",
      "Ends with 0 when all are so, 1 when one never will be, 124 when time is up,",
      "2 for a wrong option or kubeconfig. Every change is a line on standard error."
    })
final class WaitCommand implements Callable<Integer> {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /// The form of an answer.
  enum Form {
    TEXT,
    JSON
  }

  private final Map<String, String> environment;

  @CommandLine.Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "KIND/NAME",
      arity = "1..*",
      description = "job, pod, deployment, statefulset, daemonset or service, and its name.")
  private List<String> targets = List.of();

  @Option(
      names = "--for",
      paramLabel = "STATE",
      description =
          "ready, completed, created, deleted or condition=NAME[=VALUE]. By default a job is to be"
              + " complete, a pod ready, a workload rolled out, a service to have a ready"
              + " endpoint.")
  private @Nullable String goal;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "Of the objects; by default the pod's own, or the context's.")
  private @Nullable String namespace;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long to wait, 30s by default; 0 looks once, -1s has no end.")
  private String timeout;

  @Option(names = "--kubeconfig", paramLabel = "FILE", description = "By default $KUBECONFIG.")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Of the kubeconfig, by default its current one.")
  private @Nullable String context;

  @Option(
      names = "--path.serviceaccount",
      paramLabel = "FOLDER",
      hidden = true,
      defaultValue = "/var/run/secrets/kubernetes.io/serviceaccount")
  private Path serviceAccount;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, or json: an object at the end on standard output.")
  private Form form;

  WaitCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      return run(access(), Patience.parse(timeout));
    } catch (WrongSettingException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private ClusterAccess access() throws WrongSettingException, IOException {
    goal();
    return new ClusterChoice(
            Optional.ofNullable(kubeconfig), Optional.ofNullable(context), serviceAccount)
        .access(
            environment, "plimsoll/" + PlimsollVersion.version().replaceAll("[^0-9A-Za-z.-]+", ""));
  }

  private int run(ClusterAccess access, Patience patience)
      throws WrongSettingException, IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Outcome outcome =
        new Wait(access, FIRST_PAUSE, LONGEST_PAUSE, err).run(targets(access), patience);
    if (form == Form.JSON) {
      PrintWriter out = spec.commandLine().getOut();
      outcome.write(out);
      out.flush();
    }
    return outcome.end().status();
  }

  private Set<Target> targets(ClusterAccess access) throws WrongSettingException {
    String where = namespace == null ? access.namespace() : namespace;
    if (!Target.isName(where))
      throw new WrongSettingException("-n: no namespace is '" + where + "'");
    Set<Target> parsed = new LinkedHashSet<>();
    for (String target : targets) parsed.add(Target.parse(target, where, goal()));
    return parsed;
  }

  private Goal goal() throws WrongSettingException {
    return goal == null ? new Goal.Usual() : Goal.parse(goal);
  }
}
