package dev.plimsoll.agent.prometheus;

import dev.plimsoll.agent.metrics.ClassicHistogram;
import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.recent.Distribution;
import io.prometheus.metrics.model.snapshots.Labels;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of one family in Prometheus text (`text/plain; version=0.0.4`): help, type, and a line
/// for each series, in the order in which they come.
final class FamilyText {
  private static final byte[] HELP = utf8("# HELP ");
  private static final byte[] TYPE = utf8("\n# TYPE ");

  private final String order;
  private final byte[] name;
  private final boolean info;
  private final Pieces lines = new Pieces();
  private final SeenLabels seen = new SeenLabels();

  FamilyText(Family family) {
    this.order = order(family);
    this.name = utf8(family.name());
    this.info = family.type() == Family.Type.INFO;
    lines.write(HELP);
    lines.write(name);
    lines.write(' ');
    lines.write(utf8(escape(family.help())));
    lines.write(TYPE);
    lines.write(name);
    lines.write(' ');
    lines.write(utf8(word(family.type())));
    lines.write('\n');
  }

  private static String order(Family family) {
    return switch (family.type()) {
      case GAUGE, HISTOGRAM, UNTYPED, BARE_COUNTER -> family.name();
      case COUNTER -> without("_total", family.name());
      case INFO -> without("_info", family.name());
    };
  }

  private static String without(String end, String name) {
    return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
  }

  private static String word(Family.Type type) {
    return switch (type) {
      case GAUGE, INFO -> "gauge";
      case COUNTER, BARE_COUNTER -> "counter";
      case HISTOGRAM -> "histogram";
      case UNTYPED -> "untyped";
    };
  }

  private static String escape(String help) {
    return help.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// @return whether there was no series with these labels before
  boolean add(Labels labels, double value, LabelBytes text) {
    if (!seen.add(labels)) return false;
    lines.write(name);
    lines.write(text.of(labels));
    lines.write(' ');
    write(value);
    lines.write('\n');
    return true;
  }

  /// A histogram, by its classic buckets.
  ///
  /// @return whether there was none with these labels before
  boolean add(Labels labels, Distribution values, LabelBytes text) {
    if (!seen.add(labels)) return false;
    byte[] known = text.of(labels);
    for (int power : values.bounds()) {
      writeBucket(known, Math.scalb(1.0, power), values.countUpTo(power));
    }
    writeBucket(known, Double.POSITIVE_INFINITY, values.count());
    writeCount(known, values.count());
    writeSum(known, values.sum());
    return true;
  }

  /// A histogram by the buckets that it has, with their bounds as they were written.
  ///
  /// @return whether there was none with these labels before
  boolean add(Labels labels, ClassicHistogram values, LabelBytes text) {
    if (!seen.add(labels)) return false;
    byte[] known = text.of(labels);
    for (ClassicHistogram.Bucket bucket : values.buckets()) {
      beginBucket(known);
      lines.write(text.of(bucket.bound()));
      lines.write(utf8("\"} " + bucket.upTo() + '\n'));
    }
    writeCount(known, values.count());
    writeSum(known, values.sum());
    return true;
  }

  private void beginBucket(byte[] labels) {
    lines.write(name);
    lines.write(utf8("_bucket"));
    if (labels.length == 0) lines.write('{');
    else lines.write(labels, labels.length - 1);
    lines.write(utf8(labels.length == 0 ? "le=\"" : ",le=\""));
  }

  private void writeBucket(byte[] labels, double bound, long count) {
    beginBucket(labels);
    write(bound);
    lines.write(utf8("\"} " + count + '\n'));
  }

  private void writeCount(byte[] labels, long count) {
    lines.write(name);
    lines.write(utf8("_count"));
    lines.write(labels);
    lines.write(utf8(" " + count + '\n'));
  }

  private void writeSum(byte[] labels, double sum) {
    lines.write(name);
    lines.write(utf8("_sum"));
    lines.write(labels);
    lines.write(' ');
    write(sum);
    lines.write('\n');
  }

  private void write(double value) {
    if (info) lines.write('1');
    else if (Double.isFinite(value) || Double.isNaN(value)) lines.write(value);
    else lines.write(utf8(value > 0 ? "+Inf" : "-Inf"));
  }

  /// What families are sorted by, as the library sorts them: the name without the end that its type
  /// gives it.
  String order() {
    return order;
  }

  int series() {
    return seen.size();
  }

  void appendTo(List<Piece> page) {
    lines.appendTo(page);
  }
}
