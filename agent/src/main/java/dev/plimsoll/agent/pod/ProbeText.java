package dev.plimsoll.agent.pod;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The kubelet's `/metrics/probes`, in Prometheus' text format:
/// `prober_probe_total{container="c",pod_uid="51e3…",probe_type="Liveness",result="failed"} 24`.
public final class ProbeText {
  private static final String TOTAL = "prober_probe_total{";
  private static final String START = "process_start_time_seconds ";
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Map<ProbeResults.Key, ProbeResults.Counts> counts = new HashMap<>();
  private double start;

  private ProbeText() {}

  /// @throws IOException where the stream fails or holds something else
  public static ProbeText read(InputStream in) throws IOException {
    ProbeText text = new ProbeText();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) text.take(line);
    return text;
  }

  private void take(String line) throws IOException {
    if (line.startsWith(TOTAL)) total(line);
    else if (line.startsWith(START)) start = number(line);
  }

  private void total(String line) throws IOException {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(line);
    while (label.find()) labels.put(label.group(1), label.group(2));
    Optional<Probe.Type> type = type(labels.getOrDefault("probe_type", ""));
    if (type.isEmpty() || counts.size() >= ProbeResults.MOST_PROBES) return;
    ProbeResults.Key key =
        new ProbeResults.Key(
            labels.getOrDefault("pod_uid", ""), labels.getOrDefault("container", ""), type.get());
    ProbeResults.Counts known = counts.getOrDefault(key, ProbeResults.Counts.NONE);
    counts.put(key, with(known, labels.getOrDefault("result", ""), (long) number(line)));
  }

  private static ProbeResults.Counts with(ProbeResults.Counts known, String result, long count) {
    return switch (result) {
      case "successful" -> new ProbeResults.Counts(count, known.failed(), known.unknown());
      case "failed" -> new ProbeResults.Counts(known.successful(), count, known.unknown());
      case "unknown" -> new ProbeResults.Counts(known.successful(), known.failed(), count);
      default -> known;
    };
  }

  private static Optional<Probe.Type> type(String name) {
    return switch (name) {
      case "Liveness" -> Optional.of(Probe.Type.LIVENESS);
      case "Readiness" -> Optional.of(Probe.Type.READINESS);
      case "Startup" -> Optional.of(Probe.Type.STARTUP);
      default -> Optional.empty();
    };
  }

  private static double number(String line) throws IOException {
    try {
      return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    } catch (NumberFormatException _) {
      throw new NotPodsException("not the kubelet's counts of probes");
    }
  }

  public Map<ProbeResults.Key, ProbeResults.Counts> counts() {
    return counts;
  }

  /// When the kubelet was started, in seconds since 1970; 0 where it does not tell.
  public double start() {
    return start;
  }
}
