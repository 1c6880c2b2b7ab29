package dev.plimsoll.agent.pod;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

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
    List<Volume> volumes) {
  public PodSpec {
    volumes = List.copyOf(volumes);
  }

  /// A volume of the pod.
  ///
  /// @param type what it is, as the spec names it: `emptyDir`, `persistentVolumeClaim`, `hostPath`
  /// @param claim the name of its persistent volume claim; empty where it has none, or where that
  ///   is made for the pod alone
  /// @param isInMemory whether it is a directory that counts as the pod's memory
  /// @param sizeLimit the most bytes that a directory of the pod may have
  public record Volume(
      String name,
      String type,
      String claim,
      boolean readOnly,
      boolean isInMemory,
      OptionalDouble sizeLimit) {
    /// Made by Kubernetes from objects of its own, and never larger than they are.
    private static final Set<String> CONFIGURATION =
        Set.of("configMap", "downwardAPI", "projected", "secret");

    /// Whether it holds nothing but configuration.
    public boolean isConfiguration() {
      return CONFIGURATION.contains(type);
    }
  }

  /// The volume of that name.
  public Optional<Volume> volume(String name) {
    return volumes.stream().filter(volume -> volume.name().equals(name)).findFirst();
  }
}
