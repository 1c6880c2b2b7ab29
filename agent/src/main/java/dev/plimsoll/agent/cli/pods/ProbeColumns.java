package dev.plimsoll.agent.cli.pods;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.ListForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The columns of `plimsoll probes`.
public final class ProbeColumns implements ListForms<ToldProbe> {
  private static final int ANY = 4096;

  /// What is left of a narrow line is for pod, container and handler.
  private static final int OTHERS = 47;

  private static final int NAMES = 3;
  private static final int LEAST = 9;

  private final ListColumns columns;

  /// @param now from when ages are counted
  public ProbeColumns(Instant now) {
    columns = new ListColumns(now);
  }

  @Override
  public List<Column<ToldProbe>> text(OptionalInt width) {
    int most = width.isPresent() ? Math.max(LEAST, (width.getAsInt() - OTHERS) / NAMES) : ANY;
    return all(most);
  }

  @Override
  public List<Column<ToldProbe>> wide() {
    List<Column<ToldProbe>> all = new ArrayList<>();
    all.add(ListColumns.name("NAMESPACE", "namespace", ToldProbe::namespace, ANY));
    all.addAll(all(ANY));
    all.add(number("DELAY", "initial_delay_seconds"));
    all.add(number("UNKNOWN", "unknown"));
    return all;
  }

  @Override
  public List<Column<ToldProbe>> json() {
    List<Column<ToldProbe>> all = wide();
    all.add(number("", "timeout_seconds"));
    all.add(number("", "failure_threshold"));
    all.add(number("", "success_threshold"));
    all.add(number("", "consecutive_failures"));
    return all;
  }

  private List<Column<ToldProbe>> all(int most) {
    List<Column<ToldProbe>> all = new ArrayList<>();
    all.add(ListColumns.name("POD", "pod", ToldProbe::pod, most));
    all.add(ListColumns.name("CONTAINER", "container", ToldProbe::container, most));
    all.add(ListColumns.name("PROBE", "probe", ToldProbe::type, ANY));
    all.add(ListColumns.name("HANDLER", "handler", ToldProbe::target, most));
    all.add(
        new Column<>(
            "PER/TMO/#",
            Align.LEFT,
            8,
            ProbeColumns::timing,
            "period_seconds",
            probe -> Datum.of(probe.number("period_seconds"))));
    all.add(number("OK", "successful"));
    all.add(number("FAIL", "failed"));
    all.add(
        new Column<>(
            "STREAK",
            Align.RIGHT,
            6,
            ProbeColumns::streak,
            "threshold_ratio",
            probe ->
                probe.number("consecutive_failures").isPresent()
                    ? Datum.of(probe.ratio())
                    : Datum.missing()));
    all.add(columns.age("LAST", 4, "last_success_age_seconds", ToldProbe::lastSuccess));
    return all;
  }

  /// Period and timeout in seconds, and the failures that count: `10/1/3`.
  private static String timing(ToldProbe probe) {
    return probe.number("period_seconds").orElse(0)
        + "/"
        + probe.number("timeout_seconds").orElse(0)
        + '/'
        + probe.number("failure_threshold").orElse(0);
  }

  /// Failures in a row and their share of those that count: `2 67%`.
  private static String streak(ToldProbe probe) {
    if (probe.number("consecutive_failures").isEmpty()) return "-";
    long failures = probe.number("consecutive_failures").getAsLong();
    return failures == 0 ? "0" : failures + " " + Math.round(probe.ratio() * 100) + '%';
  }

  private static Column<ToldProbe> number(String title, String key) {
    return ListColumns.number(title, title.length(), key, probe -> probe.number(key));
  }
}
