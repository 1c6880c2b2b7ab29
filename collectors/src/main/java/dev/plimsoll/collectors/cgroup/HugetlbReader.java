package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.cgroup.CgroupLayout.Controller;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Reads the files of one group that are about huge pages: none on a node that has no such pages.
final class HugetlbReader {
  private static final List<String> EVENTS = List.of("max ");

  /// The files of one size, and what was last read of its limits.
  private static final class OfSize {
    private final String size;
    private final GroupFile used;
    private final GroupFile reserved;
    private final GroupFile peak;
    private final GroupFile hits;
    private final GroupFile reservedHits;
    private final GroupFile max;
    private final GroupFile reservedMax;
    private Section<Limit> most = new Section.Absent<>("not read yet");
    private Section<Limit> least = new Section.Absent<>("not read yet");
    private Section<Limit> leastReserved = new Section.Absent<>("not read yet");

    private OfSize(GroupPlace place, boolean v1, String size) {
      String name = "hugetlb." + size + '.';
      this.size = size;
      used = file(place, v1, name + (v1 ? "usage_in_bytes" : "current"));
      reserved = file(place, v1, name + "rsvd." + (v1 ? "usage_in_bytes" : "current"));
      peak = v1 ? file(place, true, name + "max_usage_in_bytes") : place.none("peak of huge pages");
      hits = file(place, v1, name + (v1 ? "failcnt" : "events"));
      reservedHits = v1 ? file(place, true, name + "rsvd.failcnt") : place.none("second count");
      max = file(place, v1, name + limit(v1));
      reservedMax = file(place, v1, name + "rsvd." + limit(v1));
    }

    private static GroupFile file(GroupPlace place, boolean v1, String name) {
      return v1 ? place.v1(Controller.HUGETLB, name) : place.unified(name);
    }

    private static String limit(boolean v1) {
      return v1 ? "limit_in_bytes" : "max";
    }

    private List<GroupFile> files() {
      return List.of(used, reserved, peak, hits, reservedHits, max, reservedMax);
    }
  }

  private final GroupPlace place;
  private final boolean v1;
  private HugePageSizes known = new HugePageSizes(List.of());
  private List<OfSize> sizes = List.of();
  private Section<Hugetlb> pages = new Section.Absent<>("this node has no huge pages");

  HugetlbReader(GroupPlace place) {
    this.place = place;
    v1 = place.has(Controller.HUGETLB);
  }

  /// Reads what there may be; before the detail, which shows it.
  void readLimits(HugePageSizes there, AncestorLimits above) throws CgroupEndedException {
    if (!there.equals(known)) {
      known = there;
      sizes = there.names().stream().map(size -> new OfSize(place, v1, size)).toList();
    }
    for (OfSize each : sizes) {
      each.files().forEach(GroupFile::askAgain);
      each.most = each.max.read(Limit::parse);
      String name = "hugetlb." + each.size + '.';
      each.least = least(name + OfSize.limit(v1), each.most, above);
      String promised = name + "rsvd." + OfSize.limit(v1);
      each.leastReserved = least(promised, each.reservedMax.read(Limit::parse), above);
    }
  }

  private Section<Limit> least(String file, Section<Limit> own, AncestorLimits above) {
    AncestorLimits.OfGroup group = AncestorLimits.in(file, Limit::parse);
    return v1
        ? place.least(above, Controller.HUGETLB, group, own)
        : place.leastUnified(above, group, own);
  }

  void readDetail() throws CgroupEndedException {
    if (sizes.isEmpty()) {
      pages = new Section.Absent<>("this node has no huge pages");
      return;
    }
    List<Hugetlb.Pages> read = new ArrayList<>(sizes.size());
    Set<SourceFailure> failures = new LinkedHashSet<>();
    for (OfSize each : sizes) {
      Section<Hugetlb.Pages> section = pages(each);
      section.present().ifPresent(read::add);
      failures.addAll(section.failures());
    }
    pages = section(read, List.copyOf(failures));
  }

  private static Section<Hugetlb> section(List<Hugetlb.Pages> read, List<SourceFailure> failures) {
    if (!read.isEmpty()) return new Section.Present<>(new Hugetlb(read), failures);
    return failures.isEmpty()
        ? new Section.Absent<>("this group has no hugetlb controller")
        : new Section.Failed<>(failures.getFirst());
  }

  private Section<Hugetlb.Pages> pages(OfSize each) throws CgroupEndedException {
    Section<Long> used = each.used.read(HugetlbReader::number);
    if (used.present().isEmpty()) return used.map(_ -> none(each.size));
    Section<Long> reserved = each.reserved.read(HugetlbReader::number);
    Section<Long> peak = each.peak.read(HugetlbReader::number);
    Section<Long> hits = hits(each);
    Section<Hugetlb.Pages> all =
        Sections.both(
            used,
            hits,
            (bytes, count) ->
                new Hugetlb.Pages(
                    each.size,
                    bytes,
                    optional(reserved),
                    optional(peak),
                    count,
                    Sections.limit(each.most),
                    Sections.limit(each.least),
                    Sections.limit(each.leastReserved)));
    Set<SourceFailure> beside = new LinkedHashSet<>(reserved.failures());
    beside.addAll(peak.failures());
    beside.addAll(each.most.failures());
    beside.addAll(each.least.failures());
    beside.addAll(each.leastReserved.failures());
    return Sections.flawed(all, beside);
  }

  private static Hugetlb.Pages none(String size) {
    OptionalLong empty = OptionalLong.empty();
    return new Hugetlb.Pages(
        size, 0, empty, empty, 0, Limit.unlimited(), Limit.unlimited(), Limit.unlimited());
  }

  /// A page that is taken and one that is reserved are refused by counts of their own in v1.
  private Section<Long> hits(OfSize each) throws CgroupEndedException {
    Section<Long> taken = each.hits.read(v1 ? HugetlbReader::number : HugetlbReader::events);
    Section<Long> promised = each.reservedHits.read(HugetlbReader::number);
    return promised.present().isPresent() ? Sections.both(taken, promised, Long::sum) : taken;
  }

  private static long number(KernelText text) throws MalformedSourceException {
    return text.firstLine().unsigned();
  }

  /// `hugetlb.2MB.events`: `max 3`.
  static long events(KernelText text) throws MalformedSourceException {
    return KeyedNumbers.parse(text, EVENTS).require(EVENTS.getFirst());
  }

  private static OptionalLong optional(Section<Long> section) {
    return section.present().map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  Section<Hugetlb> value() {
    return pages;
  }
}
