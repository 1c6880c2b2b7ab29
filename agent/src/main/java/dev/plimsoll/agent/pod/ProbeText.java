package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ToldFamily.Histogram;
import dev.plimsoll.agent.pod.ToldFamily.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The kubelet's `/metrics/probes`, in Prometheus' text format:
/// `prober_probe_total{container="c",pod_uid="51e3…",probe_type="Liveness",result="failed"} 24`.
public final class ProbeText {
  private static final String TOTAL = "prober_probe_total";
  private static final String DURATION = "prober_probe_duration_seconds";
  private static final String START = "process_start_time_seconds";

  private final List<ToldFamily> families;
  private final Map<ProbeResults.Key, ProbeResults.Counts> counts = new HashMap<>();
  private final Map<ProbeResults.Name, ProbeResults.Times> times = new HashMap<>();
  private double start;

  private ProbeText(List<ToldFamily> families) {
    this.families = families;
  }

  /// @throws IOException where the stream fails or holds something else
  public static ProbeText read(InputStream in) throws IOException {
    ProbeText text =
        new ProbeText(
            MetricsText.read(in, name -> name.startsWith("prober_") || name.equals(START)));
    for (ToldFamily family : text.families) {
      switch (family.name()) {
        case TOTAL -> family.samples().forEach(text::total);
        case DURATION -> family.histograms().forEach(text::duration);
        case START -> family.samples().forEach(sample -> text.start = sample.value());
        default -> {}
      }
    }
    return text;
  }

  private void total(Sample sample) {
    Optional<Probe.Type> type = type(sample::label);
    if (type.isEmpty() || counts.size() >= ProbeResults.MOST_PROBES) return;
    ProbeResults.Key key =
        new ProbeResults.Key(sample.label("pod_uid"), sample.label("container"), type.get());
    ProbeResults.Counts known = counts.getOrDefault(key, ProbeResults.Counts.NONE);
    counts.put(key, with(known, sample.label("result"), (long) sample.value()));
  }

  private void duration(Histogram told) {
    Optional<Probe.Type> type = type(told::label);
    if (type.isEmpty() || times.size() >= ProbeResults.MOST_PROBES) return;
    ProbeResults.Name name =
        new ProbeResults.Name(
            told.label("namespace"), told.label("pod"), told.label("container"), type.get());
    times.put(name, new ProbeResults.Times(told.count(), told.sum()));
  }

  private static ProbeResults.Counts with(ProbeResults.Counts known, String result, long count) {
    return switch (result) {
      case "successful" -> new ProbeResults.Counts(count, known.failed(), known.unknown());
      case "failed" -> new ProbeResults.Counts(known.successful(), count, known.unknown());
      case "unknown" -> new ProbeResults.Counts(known.successful(), known.failed(), count);
      default -> known;
    };
  }

  private static Optional<Probe.Type> type(Function<String, String> labels) {
    return switch (labels.apply("probe_type")) {
      case "Liveness" -> Optional.of(Probe.Type.LIVENESS);
      case "Readiness" -> Optional.of(Probe.Type.READINESS);
      case "Startup" -> Optional.of(Probe.Type.STARTUP);
      default -> Optional.empty();
    };
  }

  /// As they were told, but for those that do not concern probes.
  public List<ToldFamily> families() {
    return families;
  }

  public Map<ProbeResults.Key, ProbeResults.Counts> counts() {
    return counts;
  }

  /// How long tries took that did not fail; the kubelet keeps no times of others.
  public Map<ProbeResults.Name, ProbeResults.Times> times() {
    return times;
  }

  /// When the kubelet was started, in seconds since 1970; 0 where it does not tell.
  public double start() {
    return start;
  }
}
