package dev.plimsoll.agent.pod;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pod's `metadata`.
///
/// @param uid as the API server knows it where it tells; of a static pod as the kubelet lists it,
///   the hash of its configuration
/// @param groupUid the uid in the path of its control groups: the hash for a static pod, whoever
///   tells; else the same
/// @param isStatic whether the kubelet made it from a file of its own
/// @param labels all of them; names and values are checked by the API server
/// @param annotations those that were asked for
/// @param created when it was made
/// @param deletion when it is to be gone at the latest, where it is being deleted: the request plus
///   the grace it has
/// @param deletionGrace the seconds of grace that the deletion gives
/// @param owners in the order told
public record PodIdentity(
    String uid,
    String groupUid,
    String namespace,
    String name,
    boolean isStatic,
    Map<String, String> labels,
    Map<String, String> annotations,
    Optional<Instant> created,
    Optional<Instant> deletion,
    Optional<Long> deletionGrace,
    List<Owner> owners) {
  public PodIdentity {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
    owners = List.copyOf(owners);
  }

  /// An entry of `ownerReferences`.
  ///
  /// @param isController whether it manages the pod
  public record Owner(String kind, String name, boolean isController) {}
}
