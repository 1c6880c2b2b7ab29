package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.Agent;
import dev.plimsoll.agent.AgentOptions;
import dev.plimsoll.agent.access.WebAccess;
import dev.plimsoll.agent.cli.agent.AgentUrl;
import dev.plimsoll.agent.group.NamingFile;
import dev.plimsoll.agent.group.NamingFileException;
import dev.plimsoll.agent.group.NamingRules;
import dev.plimsoll.agent.logging.LogFormat;
import dev.plimsoll.agent.logging.LogOutput;
import dev.plimsoll.agent.metrics.kube.KubeLabels;
import dev.plimsoll.agent.reading.Intervals;
import dev.plimsoll.agent.settings.Choices;
import dev.plimsoll.agent.settings.CollectorChoices;
import dev.plimsoll.agent.settings.Setting;
import dev.plimsoll.agent.settings.Settings;
import dev.plimsoll.agent.settings.WebSettings;
import dev.plimsoll.agent.settings.WrongSettingException;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// `plimsoll run`: the agent.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = PlimsollVersion.class,
    description = "Runs the agent: reads this node and serves what it reads.",
    footer = {
      "",
      "--no-collector.NAME leaves a source out, --collector.NAME puts it in again.",
      "Every flag is also a variable of the environment, --web.listen-address is",
      "PLIMSOLL_WEB_LISTEN_ADDRESS, and a key of the file; flags win, then the environment."
    })
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final String CONFIG_FILE = "PLIMSOLL_CONFIG_FILE";

  /// Read by the launcher and by tests.
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          CONFIG_FILE,
          AgentUrl.VARIABLE,
          "PLIMSOLL_JAVA_OPTS",
          "PLIMSOLL_PEERS",
          "PLIMSOLL_KUBE",
          "PLIMSOLL_GUEST",
          "PLIMSOLL_IMAGE_CACHE");

  private static final int MOST_SERIES = 10_000;
  private static final Duration FIRST_LOOKS = Duration.ofMillis(50);

  @CommandLine.Spec private CommandSpec spec;

  @Option(
      names = "--config.file",
      paramLabel = "FILE",
      description = "A YAML file of these settings: interval.fast: 1s")
  private @Nullable Path configFile;

  private LogFormat logFormat = LogFormat.LOGFMT;
  private final Map<String, String> environment;
  private final PrintStream err;

  private RunCommand(Map<String, String> environment, PrintStream err) {
    this.environment = environment;
    this.err = err;
  }

  /// @param err where the log goes
  static CommandLine commandLine(Map<String, String> environment, PrintStream err) {
    CommandSpec command = CommandSpec.forAnnotatedObject(new RunCommand(environment, err));
    RunFlags.addTo(command);
    return new CommandLine(command);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    AgentOptions options = openLogAndCheck();
    try (Termination termination = new Termination();
        Agent agent = new Agent(options, Clock.system(ZoneId.systemDefault()))) {
      agent.start();
      say(Banner.address(agent.scheme(), agent.address()));
      agent.pageAddress().map(Banner::page).ifPresent(this::say);
      while (agent.sources().isEmpty()) {
        if (termination.await(FIRST_LOOKS)) return 0;
      }
      Banner.sources(agent.sources()).forEach(this::say);
      termination.await();
    }
    return 0;
  }

  /// To people as it is; into a log that a program reads as its events.
  private void say(String line) {
    switch (logFormat) {
      case LOGFMT -> spec.commandLine().getOut().println(line);
      case JSON -> LOG.info(line);
    }
  }

  private AgentOptions openLogAndCheck() throws IOException {
    try {
      Choices choices = Choices.of(RunFlags.given(parsed()), environment, configFile());
      logFormat = choices.get(Settings.LOG_FORMAT);
      LogOutput.open(err, logFormat, choices.get(Settings.LOG_LEVEL));
      for (String name : Choices.unknownVariables(environment, OTHER_VARIABLES)) {
        LOG.warn("{} in the environment is no setting and has no effect", name);
      }
      return options(choices);
    } catch (WrongSettingException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private CommandLine.ParseResult parsed() {
    return spec.commandLine().getParseResult();
  }

  private @Nullable Path configFile() {
    String variable = environment.get(CONFIG_FILE);
    return configFile != null || variable == null ? configFile : Path.of(variable);
  }

  private AgentOptions options(Choices choices) throws IOException, WrongSettingException {
    refuseUnguardedPage(choices);
    return new AgentOptions(
        roots(choices),
        choices.get(Settings.LISTEN_ADDRESS),
        access(choices.get(WebSettings.CONFIG_FILE)),
        choices.get(WebSettings.PAGE_ADDRESS),
        new Intervals(
            choices.get(Settings.FAST),
            choices.get(Settings.COUNTERS),
            choices.get(Settings.PROCESS),
            choices.get(Settings.SLOW)),
        off(choices),
        CollectorChoices.options(choices),
        rules(choices, Settings.PROCESS_GROUPS, NamingRules.none()),
        rules(choices, Settings.PROCESS_CONFIG, NamingRules.byComm()),
        choices.get(Settings.PROCESS_THREADS),
        choices.get(Settings.CADVISOR_ENABLE),
        ClusterFlags.pods(choices, environment, roots(choices)),
        labels(choices),
        MOST_SERIES,
        choices.get(Settings.CLASSIC_HISTOGRAMS),
        PlimsollVersion.version());
  }

  /// Who asks for passwords means all that can be reached.
  private static void refuseUnguardedPage(Choices choices) throws WrongSettingException {
    Optional<InetSocketAddress> page = choices.get(WebSettings.PAGE_ADDRESS);
    if (page.isEmpty() || choices.get(WebSettings.CONFIG_FILE).isEmpty()) return;
    if (page.get().getAddress().isLoopbackAddress()) return;
    throw new WrongSettingException(
        WebSettings.PAGE_ADDRESS.flag()
            + ": is not loopback, and "
            + WebSettings.CONFIG_FILE.flag()
            + " guards the metrics address only");
  }

  private static WebAccess access(String file) throws IOException, WrongSettingException {
    if (file.isEmpty()) return WebAccess.everyone();
    try {
      return WebAccess.of(Path.of(file));
    } catch (WrongSettingException wrong) {
      throw new WrongSettingException(WebSettings.CONFIG_FILE.flag() + ": " + wrong.getMessage());
    }
  }

  private static KubeLabels labels(Choices choices) throws WrongSettingException {
    return new KubeLabels(
        choices.get(Settings.POD_LABELS),
        choices.get(Settings.POD_ANNOTATIONS),
        choices.get(Settings.NODE_LABELS));
  }

  private static Roots roots(Choices choices) throws WrongSettingException {
    String procfs = choices.get(Settings.PROCFS);
    if (!Files.isDirectory(Path.of(procfs))) {
      throw new WrongSettingException(
          Settings.PROCFS.flag() + ": " + procfs + " is not a directory");
    }
    return new Roots(procfs, choices.get(Settings.SYSFS), choices.get(Settings.ROOTFS));
  }

  private static NamingRules rules(Choices choices, Setting<String> setting, NamingRules otherwise)
      throws WrongSettingException {
    String file = choices.get(setting);
    try {
      return file.isEmpty() ? otherwise : NamingFile.read(Path.of(file));
    } catch (NamingFileException wrong) {
      throw new WrongSettingException(setting.flag() + ": " + wrong.getMessage());
    }
  }

  private static Set<Source> off(Choices choices) throws WrongSettingException {
    Set<Source> off = EnumSet.noneOf(Source.class);
    for (Source source : Source.values()) {
      if (!choices.get(Settings.collector(source))) off.add(source);
    }
    // What disks are is shown with what they did.
    if (off.contains(Source.DISKSTATS)) off.add(Source.DISK_INFO);
    return off;
  }
}
