package dev.plimsoll.agent.settings;

import dev.plimsoll.agent.logging.LogFormat;
import dev.plimsoll.agent.logging.LogLevel;
import dev.plimsoll.agent.metrics.cadvisor.CadvisorMetrics.Costly;
import dev.plimsoll.agent.nodeexporter.LeftOut;
import dev.plimsoll.agent.pod.source.PodsOptions;
import dev.plimsoll.agent.reading.ThreadsWanted;
import dev.plimsoll.collectors.Source;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that can be set for `plimsoll run`.
public final class Settings {
  public static final Setting<InetSocketAddress> LISTEN_ADDRESS =
      new Setting<>(
          "web.listen-address",
          "ADDRESS",
          "0.0.0.0:9753",
          "Where metrics and health are served.",
          Addresses::parse);
  public static final Setting<String> PROCFS =
      new Setting<>("path.procfs", "DIR", "/proc", "Where proc is mounted.", Settings::path);
  public static final Setting<String> SYSFS =
      new Setting<>("path.sysfs", "DIR", "/sys", "Where sysfs is mounted.", Settings::path);
  public static final Setting<String> ROOTFS =
      new Setting<>("path.rootfs", "DIR", "/", "Where the host's root is mounted.", Settings::path);
  public static final Setting<Duration> FAST =
      interval("fast", "1s", "1m", "How often CPU, memory, pressure and control groups are read.");
  public static final Setting<Duration> COUNTERS =
      interval("counters", "5s", "1m", "How often the node's other counters are read.");
  public static final Setting<Duration> PROCESS =
      interval("process", "15s", "10m", "How often processes are read.");
  public static final Setting<Duration> SLOW =
      interval("slow", "60s", "1h", "How often file systems and what hardly changes are read.");
  public static final Setting<String> PROCESS_GROUPS =
      new Setting<>(
          "process.groups",
          "FILE",
          "",
          "Rules that name groups of processes before their programs do, in process-exporter's"
              + " format.",
          text -> text);
  public static final Setting<String> PROCESS_CONFIG =
      new Setting<>(
          "process.config",
          "FILE",
          "",
          "Rules of /metrics/process, in process-exporter's format. Default: by comm",
          text -> text);
  public static final Setting<ThreadsWanted> PROCESS_THREADS =
      oneOf(
          "process.threads",
          ThreadsWanted.class,
          ThreadsWanted.SCRAPED,
          "When threads are read for /metrics/process: while it is scraped, always or never.");
  public static final Setting<Set<Costly>> CADVISOR_ENABLE =
      new Setting<>(
          "cadvisor.enable-metrics",
          "LIST",
          "",
          "Families that cost more and that /metrics/cadvisor shows too:"
              + " memory_failures,tasks_state,sockets.",
          Settings::costly);
  public static final Setting<Boolean> CLASSIC_HISTOGRAMS =
      Setting.onOff(
          "metrics.classic-histograms",
          false,
          "Whether histograms have classic buckets too, in every format.");
  public static final Setting<String> NODE_NAME =
      new Setting<>(
          "node-name",
          "NAME",
          "",
          "The node's name in the cluster. Default: NODE_NAME in the environment, else the host's",
          text -> text);
  public static final Setting<PodsOptions.Choice> PODS_SOURCE =
      oneOf(
          "pods.source",
          PodsOptions.Choice.class,
          PodsOptions.Choice.AUTO,
          "Who tells of pods; auto takes the first that does.");
  public static final Setting<Set<String>> POD_LABELS =
      new Setting<>(
          "pods.labels",
          "NAMES",
          "",
          "Labels of pods that /metrics/kube shows, with commas between; * for all.",
          Settings::names);
  public static final Setting<Set<String>> NODE_LABELS =
      new Setting<>(
          "node.labels",
          "NAMES",
          "",
          "Labels of the node that /metrics/kube shows, likewise.",
          Settings::names);
  public static final Setting<Set<String>> POD_ANNOTATIONS =
      new Setting<>(
          "pods.annotations",
          "NAMES",
          "",
          "Annotations of pods that /metrics/kube shows, likewise.",
          Settings::names);
  public static final Setting<Optional<URI>> KUBELET_URL =
      new Setting<>(
          "kubelet.url",
          "URL",
          "",
          "Where the kubelet is. Default: port 10250 of NODE_IP in the environment, else of the node",
          Addresses::url);
  public static final Setting<String> KUBELET_TOKEN_FILE =
      new Setting<>(
          "kubelet.token-file",
          "FILE",
          "/var/run/secrets/kubernetes.io/serviceaccount/token",
          "The bearer token for the kubelet and the API server.",
          Settings::path);
  public static final Setting<String> KUBELET_CA =
      new Setting<>(
          "kubelet.ca",
          "FILE",
          "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt",
          "The certificates that may vouch for the kubelet.",
          Settings::path);
  public static final Setting<Boolean> KUBELET_INSECURE =
      Setting.onOff(
          "kubelet.insecure-skip-verify",
          false,
          "Whether the kubelet's certificate is taken unseen.");
  public static final Setting<Duration> KUBELET_TIMEOUT =
      new Setting<>(
          "kubelet.timeout",
          "DURATION",
          "10s",
          "How long the kubelet and the API server may be silent.",
          Durations.between(Duration.ofMillis(100), Duration.ofMinutes(1)));
  public static final Setting<Optional<URI>> API_URL =
      new Setting<>(
          "api.url",
          "URL",
          "",
          "Where the API server is. Default: KUBERNETES_SERVICE_HOST in the environment",
          Addresses::url);
  public static final Setting<String> API_CA =
      new Setting<>(
          "api.ca",
          "FILE",
          "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt",
          "The certificates that may vouch for the API server.",
          Settings::path);
  public static final Setting<LogFormat> LOG_FORMAT =
      oneOf("log.format", LogFormat.class, LogFormat.LOGFMT, "How the log is written.");
  public static final Setting<LogLevel> LOG_LEVEL =
      oneOf("log.level", LogLevel.class, LogLevel.INFO, "The least severe line that is logged.");

  /// In the order of the help.
  public static final List<Setting<?>> ALL = all();

  private Settings() {}

  /// Whether a source is read.
  public static Setting<Boolean> collector(Source source) {
    String help = "Whether the source " + source.label() + " is read.";
    return Setting.onOff("collector." + source.label(), source.onByDefault(), help);
  }

  private static List<Setting<?>> all() {
    List<Setting<?>> all =
        new ArrayList<>(
            List.of(
                LISTEN_ADDRESS,
                WebSettings.PAGE_ADDRESS,
                WebSettings.CONFIG_FILE,
                PROCFS,
                SYSFS,
                ROOTFS,
                FAST,
                COUNTERS,
                PROCESS,
                SLOW,
                PROCESS_GROUPS,
                PROCESS_CONFIG,
                PROCESS_THREADS,
                CADVISOR_ENABLE,
                CLASSIC_HISTOGRAMS,
                NODE_NAME,
                PODS_SOURCE,
                POD_LABELS,
                POD_ANNOTATIONS,
                NODE_LABELS,
                KUBELET_URL,
                KUBELET_TOKEN_FILE,
                KUBELET_CA,
                KUBELET_INSECURE,
                KUBELET_TIMEOUT,
                API_URL,
                API_CA,
                LOG_FORMAT,
                LOG_LEVEL));
    all.addAll(CollectorSettings.ALL);
    for (Source source : Source.values()) all.add(collector(source));
    for (LeftOut none : LeftOut.ALL) all.add(CollectorSettings.never(none));
    return List.copyOf(all);
  }

  private static Setting<Duration> interval(
      String name, String byDefault, String most, String help) {
    return new Setting<>(
        "interval." + name,
        "DURATION",
        byDefault,
        help,
        text -> Durations.between(Duration.ofMillis(100), Durations.parse(most)).parse(text));
  }

  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    for (String name : text.split(",", -1)) {
      if (!name.isBlank()) names.add(name.strip());
    }
    return names;
  }

  private static String path(String text) throws WrongSettingException {
    if (!text.isBlank()) return text;
    throw new WrongSettingException("is not a path");
  }

  private static Set<Costly> costly(String text) throws WrongSettingException {
    Set<Costly> enabled = EnumSet.noneOf(Costly.class);
    String names =
        Arrays.stream(Costly.values()).map(Settings::word).collect(Collectors.joining("|"));
    for (String name : text.split(",", -1)) {
      if (!name.isBlank()) enabled.add(constant(name.strip(), Costly.class, names));
    }
    return Set.copyOf(enabled);
  }

  private static <E extends Enum<E>> Setting<E> oneOf(
      String name, Class<E> type, E byDefault, String help) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Settings::word).collect(Collectors.joining("|"));
    return new Setting<>(name, names, word(byDefault), help, text -> constant(text, type, names));
  }

  private static <E extends Enum<E>> E constant(String text, Class<E> type, String names)
      throws WrongSettingException {
    for (E constant : type.getEnumConstants()) {
      if (word(constant).equals(text)) return constant;
    }
    throw new WrongSettingException("is not one of " + names);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
