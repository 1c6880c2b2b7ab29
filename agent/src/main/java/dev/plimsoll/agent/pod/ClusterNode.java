package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.PodStatus.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// This node, as the API server tells of it.
///
/// @param unschedulable whether no more pods are to come
/// @param capacity what it has
/// @param allocatable what of that pods may have
public record ClusterNode(
    String name,
    Optional<Instant> created,
    Optional<Instant> deletion,
    Map<String, String> labels,
    boolean unschedulable,
    List<Taint> taints,
    Facts facts,
    Amounts capacity,
    Amounts allocatable,
    List<Condition> conditions) {
  public ClusterNode {
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
    conditions = List.copyOf(conditions);
  }

  /// Keeps pods away that do not tolerate it.
  public record Taint(String key, String value, String effect) {}

  /// What it is made of; empty where it is not told.
  public record Facts(
      String kernelVersion,
      String osImage,
      String runtimeVersion,
      String kubeletVersion,
      String kubeProxyVersion,
      String providerId,
      String podCidr,
      String systemUuid,
      String internalIp) {}
}
