package dev.plimsoll.agent.metrics;

import dev.plimsoll.collectors.proc.AuxiliaryVector;
import dev.plimsoll.collectors.proc.VmStat;
import java.util.List;

/// How memory is moved to make room.
final class PagingMetrics {
  private static final long KIB = 1024;

  private static final Family READ =
      Family.counter(
          "plimsoll_node_paged_in_bytes_total",
          "Bytes read from block devices since boot (pgpgin of /proc/vmstat).");
  private static final Family WRITTEN =
      Family.counter(
          "plimsoll_node_paged_out_bytes_total",
          "Bytes written to block devices since boot (pgpgout of /proc/vmstat).");
  private static final Family SWAPPED_IN =
      Family.counter(
          "plimsoll_node_swapped_in_bytes_total",
          "Bytes brought back from swap since boot (pswpin of /proc/vmstat).");
  private static final Family SWAPPED_OUT =
      Family.counter(
          "plimsoll_node_swapped_out_bytes_total",
          "Bytes put into swap since boot (pswpout of /proc/vmstat).");
  private static final Family FAULTS =
      Family.counter(
          "plimsoll_node_page_faults_total",
          "Page faults since boot, major ones included (pgfault of /proc/vmstat).");
  private static final Family MAJOR_FAULTS =
      Family.counter(
          "plimsoll_node_major_page_faults_total",
          "Page faults that had to read a disk since boot (pgmajfault of /proc/vmstat).");
  private static final Family OOM_KILLS =
      Family.counter(
          "plimsoll_node_oom_kills_total",
          "Processes that the kernel killed for want of memory since boot, those of containers"
              + " included (oom_kill of /proc/vmstat).");

  static final List<Family> FAMILIES =
      List.of(READ, WRITTEN, SWAPPED_IN, SWAPPED_OUT, FAULTS, MAJOR_FAULTS, OOM_KILLS);

  private PagingMetrics() {}

  static void write(VmStat vm, Sink sink) {
    vm.value("pgpgin").ifPresent(kib -> sink.sample(READ, (double) kib * KIB));
    vm.value("pgpgout").ifPresent(kib -> sink.sample(WRITTEN, (double) kib * KIB));
    vm.value("pgfault").ifPresent(count -> sink.sample(FAULTS, count));
    vm.value("pgmajfault").ifPresent(count -> sink.sample(MAJOR_FAULTS, count));
    vm.value("oom_kill").ifPresent(count -> sink.sample(OOM_KILLS, count));
  }

  /// Swapping is counted in pages, whose size the kernel has told.
  static void writeSwapping(VmStat vm, AuxiliaryVector units, Sink sink) {
    double page = units.pageSize();
    vm.value("pswpin").ifPresent(pages -> sink.sample(SWAPPED_IN, pages * page));
    vm.value("pswpout").ifPresent(pages -> sink.sample(SWAPPED_OUT, pages * page));
  }
}
