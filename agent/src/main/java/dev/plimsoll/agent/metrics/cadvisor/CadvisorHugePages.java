package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.collectors.cgroup.Hugetlb;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// Huge pages, by the sizes that the node has pages of. Usage is what is promised to mappings,
/// where the kernel tells, as cAdvisor has it.
final class CadvisorHugePages {
  private static final Family USAGE =
      CadvisorFamilies.gauge(
          "hugetlb_usage_bytes",
          "Bytes of huge pages promised or in use (hugetlb.<size>.rsvd.current,"
              + " hugetlb.<size>.current).",
          "pagesize");
  private static final Family PEAK =
      CadvisorFamilies.gauge(
          "hugetlb_max_usage_bytes",
          "The most bytes of huge pages ever in use; 0 in cgroup v2, which does not tell"
              + " (hugetlb.<size>.max_usage_in_bytes).",
          "pagesize");
  private static final Family HITS =
      CadvisorFamilies.bareCounter(
          "hugetlb_failcnt",
          "Times that a huge page was refused for the limit (hugetlb.<size>.events,"
              + " hugetlb.<size>.failcnt).",
          "pagesize");

  static final List<Family> FAMILIES = List.of(USAGE, PEAK, HITS);

  private CadvisorHugePages() {}

  static void write(CadvisorRow row, Sink sink) {
    row.group().hugetlb().present().ifPresent(pages -> write(pages, row.labels(), sink));
  }

  private static void write(Hugetlb pages, Labels row, Sink sink) {
    for (Hugetlb.Pages size : pages.sizes()) {
      Labels labels = row.add("pagesize", size.size());
      sink.sample(USAGE, labels, size.reserved().orElse(size.used()));
      sink.sample(PEAK, labels, size.peak().orElse(0));
      sink.sample(HITS, labels, size.limitHits());
    }
  }
}
