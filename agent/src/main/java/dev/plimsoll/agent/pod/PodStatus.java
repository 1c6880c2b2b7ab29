package dev.plimsoll.agent.pod;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is used of a pod's `status`, its containers' aside.
///
/// @param phase `Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`; empty where nobody told
/// @param reason why it is in it, `Evicted`; mostly empty
/// @param qosClass `Guaranteed`, `Burstable` or `BestEffort`
/// @param started when the kubelet took it on
public record PodStatus(
    String phase,
    String reason,
    String qosClass,
    String hostIp,
    String podIp,
    Optional<Instant> started,
    List<Condition> conditions) {
  public PodStatus {
    conditions = List.copyOf(conditions);
  }

  /// A condition of that type.
  ///
  /// @param type `PodScheduled`, `Initialized`, `ContainersReady`, `Ready`
  public Optional<Condition> condition(String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  /// An entry of `conditions`.
  ///
  /// @param status `True`, `False` or `Unknown`
  /// @param since its last change
  public record Condition(String type, String status, String reason, Optional<Instant> since) {
    public boolean isTrue() {
      return status.equals("True");
    }
  }
}
