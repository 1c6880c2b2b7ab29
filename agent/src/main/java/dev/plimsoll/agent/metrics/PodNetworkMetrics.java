package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.PodCgroup;
import dev.plimsoll.collectors.cgroup.PodNetworks;
import dev.plimsoll.collectors.proc.NetDev;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/// What goes through the network interfaces of pods. A pod in the node's network has none of its
/// own, and no series.
final class PodNetworkMetrics {
  private static final Family BYTES =
      family("bytes", "Bytes that an interface of the pod received or sent");
  private static final Family PACKETS =
      family("packets", "Packets that an interface of the pod received or sent");
  private static final Family ERRORS =
      family("errors", "Packets of the pod that came in bad or could not be sent");
  private static final Family DROPS =
      family(
          "drops",
          "Packets of the pod that were dropped for want of room, or because nothing wanted them");

  static final List<Family> FAMILIES = List.of(BYTES, PACKETS, ERRORS, DROPS);

  private PodNetworkMetrics() {}

  private static Family family(String name, String words) {
    return Family.counter(
        "plimsoll_pod_network_" + name + "_total",
        words + " (/proc/<pid>/net/dev).",
        "namespace",
        "pod",
        "workload",
        "workload_kind",
        "interface",
        "direction");
  }

  static void write(List<PodCgroup> pods, PodNetworks networks, PodView view, Sink sink) {
    for (PodCgroup pod : pods) {
      CgroupOwner.Pod owner = pod.group().owner();
      Labels labels = view.pods().name(owner).podLabels();
      networks.of(owner.uid()).ifPresent(net -> write(net, labels, sink));
    }
  }

  private static void write(NetDev net, Labels labels, Sink sink) {
    for (NetDev.Interface each : net.interfaces()) {
      if (!each.name().equals("lo")) write(each, labels.add("interface", each.name()), sink);
    }
  }

  private static void write(NetDev.Interface each, Labels labels, Sink sink) {
    Labels received = labels.add("direction", "receive");
    sink.sample(BYTES, received, each.received().bytes());
    sink.sample(PACKETS, received, each.received().packets());
    sink.sample(ERRORS, received, each.received().errors());
    sink.sample(DROPS, received, each.received().dropped());
    Labels sent = labels.add("direction", "transmit");
    sink.sample(BYTES, sent, each.sent().bytes());
    sink.sample(PACKETS, sent, each.sent().packets());
    sink.sample(ERRORS, sent, each.sent().errors());
    sink.sample(DROPS, sent, each.sent().dropped());
  }
}
