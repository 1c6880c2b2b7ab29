package dev.plimsoll.agent.pod;

import java.util.List;
import java.util.Optional;

/// What is used of a pod's `spec`, its containers aside.
///
/// @param grace seconds between SIGTERM and SIGKILL
/// @param overhead what its sandbox costs beside its containers
/// @param resources requests and limits of the pod as a whole; empty before 1.34 and mostly since
public record PodSpec(
    String node,
    String serviceAccount,
    String priorityClass,
    String restartPolicy,
    boolean hostNetwork,
    boolean hostPid,
    Optional<Long> grace,
    Amounts overhead,
    Resources resources,
    List<Claim> claims) {
  public PodSpec {
    claims = List.copyOf(claims);
  }

  /// A volume that is a persistent volume claim.
  ///
  /// @param volume its name in the pod
  /// @param claim the claim's name
  public record Claim(String volume, String claim, boolean readOnly) {}
}
