package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.cgroup.Hugetlb;
import dev.plimsoll.collectors.cgroup.Limit;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;

/// Huge pages of a control group, by the sizes that the node has pages of.
final class GroupHugePageFamilies {
  private final Family used;
  private final Family reserved;
  private final Family limit;
  private final Family ratio;
  private final Family hits;

  /// @param prefix of all names, `plimsoll_pod_`
  /// @param of whose the group is, for a reader: `pod`
  /// @param labels that every series carries beside the size of pages
  GroupHugePageFamilies(String prefix, String of, String... labels) {
    String[] all = Stream.concat(Stream.of(labels), Stream.of("page_size")).toArray(String[]::new);
    used =
        Family.gauge(
            prefix + "hugetlb_usage_bytes",
            "Huge pages that the " + of + " uses, in bytes (hugetlb.<size>.current).",
            all);
    reserved =
        Family.gauge(
            prefix + "hugetlb_reserved_bytes",
            "Huge pages that are promised to the "
                + of
                + ", used or not, in bytes (hugetlb.<size>.rsvd.current).",
            all);
    limit =
        Family.gauge(
            prefix + "hugetlb_limit_bytes",
            "Huge pages that the "
                + of
                + " may have, in bytes: the least limit of it and the groups above"
                + " (hugetlb.<size>.max).",
            all);
    ratio =
        Family.gauge(
            prefix + "hugetlb_limit_ratio",
            "Huge pages of the "
                + of
                + " as a ratio of their limit, of what is used or what is promised, whichever is more"
                + " (hugetlb.<size>.current, hugetlb.<size>.rsvd.current).",
            all);
    hits =
        Family.counter(
            prefix + "hugetlb_limit_hits_total",
            "Times that the "
                + of
                + " was refused a huge page for its limit (hugetlb.<size>.events,"
                + " hugetlb.<size>.failcnt).",
            all);
  }

  List<Family> all() {
    return List.of(used, reserved, limit, ratio, hits);
  }

  void write(Hugetlb pages, Labels labels, Sink sink) {
    for (Hugetlb.Pages size : pages.sizes()) {
      write(size, labels.add("page_size", size.size()), sink);
    }
  }

  private void write(Hugetlb.Pages pages, Labels labels, Sink sink) {
    sink.sample(used, labels, pages.used());
    pages.reserved().ifPresent(bytes -> sink.sample(reserved, labels, bytes));
    if (pages.effective() instanceof Limit.Limited(long most)) sink.sample(limit, labels, most);
    pages.limitRatio().ifPresent(part -> sink.sample(ratio, labels, part));
    sink.sample(hits, labels, pages.limitHits());
  }
}
