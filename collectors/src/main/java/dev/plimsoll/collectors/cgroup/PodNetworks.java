package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.NetDev;
import java.util.Map;
import java.util.Optional;

/// What goes through the network interfaces of pods, each in its own network namespace.
///
/// @param byPod by the pod's uid; absent for a pod that is in the node's namespace, or of which no
///   process was found
public record PodNetworks(Map<String, Section<NetDev>> byPod) {
  public PodNetworks {
    byPod = Map.copyOf(byPod);
  }

  /// The interfaces of one pod, where they are its own.
  public Optional<NetDev> of(String podUid) {
    Section<NetDev> network = byPod.get(podUid);
    return network == null ? Optional.empty() : network.present();
  }
}
