package dev.plimsoll.agent.cli.pods;

import dev.plimsoll.agent.cli.mount.HumanSize;
import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Figures;
import dev.plimsoll.agent.cli.table.ListForms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// The columns of `plimsoll pods`: kubectl's, and what the pod uses.
public final class PodColumns implements ListForms<ToldPod> {
  private static final int ANY = 4096;

  /// What is left of a narrow line is for namespace and name.
  private static final int OTHERS = 54;

  private static final int LEAST = 9;
  private static final int KIB = 1024;

  private final ListColumns columns;

  /// @param now from when ages are counted
  public PodColumns(Instant now) {
    columns = new ListColumns(now);
  }

  @Override
  public List<Column<ToldPod>> text(OptionalInt width) {
    int names = width.isPresent() ? Math.max(0, width.getAsInt() - OTHERS) : ANY;
    int namespace = width.isPresent() ? Math.max(LEAST, names * 2 / 5) : ANY;
    int name = width.isPresent() ? Math.max(LEAST, names - namespace) : ANY;
    return all(namespace, name, width.isPresent() ? 17 : ANY);
  }

  @Override
  public List<Column<ToldPod>> wide() {
    List<Column<ToldPod>> all = all(ANY, ANY, ANY);
    all.add(word("IP", "ip"));
    all.add(word("NODE", "node"));
    all.add(word("QOS", "qos"));
    all.add(word("KIND", "workload_kind"));
    all.add(word("WORKLOAD", "workload_name"));
    return all;
  }

  @Override
  public List<Column<ToldPod>> json() {
    List<Column<ToldPod>> all = wide();
    all.add(word("", "uid"));
    all.add(word("", "phase"));
    all.add(count("total_containers"));
    return all;
  }

  private List<Column<ToldPod>> all(int namespace, int name, int status) {
    List<Column<ToldPod>> all = new ArrayList<>();
    all.add(ListColumns.name("NAMESPACE", "namespace", ToldPod::namespace, namespace));
    all.add(ListColumns.name("NAME", "name", ToldPod::name, name));
    all.add(
        new Column<>(
            "READY",
            Align.LEFT,
            5,
            pod -> pod.number("ready_containers") + "/" + pod.number("total_containers"),
            "ready_containers",
            pod -> Datum.of(pod.number("ready_containers"))));
    all.add(ListColumns.name("STATUS", "status", pod -> pod.text("status"), status));
    all.add(restarts());
    all.add(columns.age("AGE", 4, "age_seconds", pod -> pod.time("created")));
    all.add(
        ListColumns.fraction(
            "CPU", 5, "cpu_cores", ToldPod::cores, value -> Figures.decimal(value, 2)));
    all.add(ListColumns.fraction("MEM", 5, "memory_bytes", ToldPod::memory, PodColumns::size));
    return all;
  }

  private static String size(double bytes) {
    return HumanSize.of((long) bytes, KIB);
  }

  /// `3 (5m ago)`
  private Column<ToldPod> restarts() {
    Function<ToldPod, String> text =
        pod ->
            pod.number("restarts")
                + pod.time("last_restart")
                    .filter(_ -> pod.number("restarts") > 0)
                    .map(at -> " (" + columns.age(at) + " ago)")
                    .orElse("");
    return new Column<>(
        "RESTARTS", Align.LEFT, 8, text, "restarts", pod -> Datum.of(pod.number("restarts")));
  }

  private static Column<ToldPod> word(String title, String key) {
    return ListColumns.name(title, key, pod -> pod.text(key), ANY);
  }

  private static Column<ToldPod> count(String key) {
    return ListColumns.number("", 0, key, pod -> OptionalLong.of(pod.number(key)));
  }
}
