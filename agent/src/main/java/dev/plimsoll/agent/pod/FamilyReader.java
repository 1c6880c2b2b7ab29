package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ToldFamily.Bucket;
import dev.plimsoll.agent.pod.ToldFamily.Histogram;
import dev.plimsoll.agent.pod.ToldFamily.Sample;
import io.prometheus.metrics.model.snapshots.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the lines of one family.
final class FamilyReader {
  private final String name;
  private final List<Sample> samples = new ArrayList<>();
  private final Map<Labels, Buckets> histograms = new LinkedHashMap<>();
  private String type = "";
  private String help = "";

  /// The buckets that the last line was of, and how the lines of others of them begin.
  private @Nullable Buckets last;

  private String lastBegin = "";

  FamilyReader(String name) {
    this.name = name;
  }

  void type(String told) {
    type = told;
  }

  void help(String told) {
    help = told;
  }

  boolean isHistogram() {
    return type.equals("histogram");
  }

  /// A line of a histogram's bucket that differs from the one before in the bound and the count
  /// alone, as nearly all do: nothing but these is read.
  ///
  /// @return whether it was one
  boolean takeBucket(String line) throws IOException {
    if (last == null || !line.startsWith(lastBegin)) return false;
    int quote = line.indexOf('"', lastBegin.length());
    if (quote < 0 || !line.startsWith("} ", quote + 1)) return false;
    last.add(line.substring(lastBegin.length(), quote), (long) MetricsText.number(line, quote + 3));
    return true;
  }

  /// @param sampleName with what a histogram's lines have at its end
  /// @return whether it was the first line of a series
  boolean take(String sampleName, String line) throws IOException {
    TextLabels.Read read = TextLabels.read(line, sampleName.length());
    double value = MetricsText.number(line, read.end() + 1);
    if (!isHistogram()) return samples.add(new Sample(read.labels(), value));
    return histogram(sampleName.substring(name.length()), line, read, value);
  }

  private boolean histogram(String part, String line, TextLabels.Read read, double value)
      throws IOException {
    Labels labels = read.labels();
    boolean isNew = !histograms.containsKey(labels);
    Buckets buckets = histograms.computeIfAbsent(labels, Buckets::new);
    switch (part) {
      case "_bucket" -> {
        buckets.add(read.bound(), (long) value);
        remember(buckets, line);
      }
      case "_sum" -> buckets.sum = value;
      case "_count" -> buckets.count = (long) value;
      default -> {}
    }
    return isNew;
  }

  /// The kubelet writes the bound last.
  private void remember(Buckets buckets, String line) {
    int bound = line.lastIndexOf("le=\"");
    last = buckets;
    lastBegin = line.substring(0, bound + 4);
  }

  ToldFamily family() {
    List<Histogram> told = histograms.values().stream().map(Buckets::histogram).toList();
    return new ToldFamily(name, type, help, samples, told);
  }

  private static final class Buckets {
    private static final int MOST_BUCKETS = 256;

    private final Labels labels;
    private final List<Bucket> buckets = new ArrayList<>(12);
    private long count;
    private double sum;

    Buckets(Labels labels) {
      this.labels = labels;
    }

    void add(String upTo, long upToCount) throws IOException {
      if (Double.isNaN(MetricsText.number(upTo, 0)))
        throw new NotPodsException("a bound that is none");
      if (buckets.size() < MOST_BUCKETS) buckets.add(new Bucket(upTo, upToCount));
    }

    Histogram histogram() {
      return new Histogram(labels, buckets, count, sum);
    }
  }
}
