package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.PodIdentity.Owner;
import java.util.Optional;

/// What a person would say a pod belongs to: the Deployment and not its ReplicaSet, the CronJob and
/// not its Job.
///
/// @param kind `Deployment`, `StatefulSet`, …; `StaticPod` and `Pod` for those that nobody owns
public record Workload(String kind, String name) {
  /// Where nobody told of the pod's owner.
  public static final Workload UNKNOWN = new Workload("", "");

  private static final long SECONDS_PER_MINUTE = 60;

  /// How far before and after its due time a CronJob's pod may be made.
  private static final long SOONER = 86_400;

  private static final long LATER = 90 * 86_400L;

  /// From the owner alone; the owner's own owners are not looked up.
  static Workload of(PodIdentity pod, String node) {
    Optional<Owner> owner =
        pod.owners().stream()
            .filter(Owner::isController)
            .findFirst()
            .or(() -> pod.owners().stream().findFirst());
    if (pod.isStatic()) return new Workload("StaticPod", withoutSuffix(pod.name(), node));
    return owner.map(known -> of(known, pod)).orElseGet(() -> new Workload("Pod", pod.name()));
  }

  private static Workload of(Owner owner, PodIdentity pod) {
    return switch (owner.kind()) {
      case "ReplicaSet" -> ofReplicaSet(owner, pod);
      case "Job" -> ofJob(owner, pod);
      default -> new Workload(owner.kind(), owner.name());
    };
  }

  /// A Deployment names its ReplicaSet after itself and the hash of the pod's template.
  private static Workload ofReplicaSet(Owner owner, PodIdentity pod) {
    String name = withoutSuffix(owner.name(), pod.labels().getOrDefault("pod-template-hash", ""));
    if (!name.equals(owner.name())) return new Workload("Deployment", name);
    String rollout = pod.labels().getOrDefault("rollouts-pod-template-hash", "");
    name = withoutSuffix(owner.name(), rollout);
    if (!name.equals(owner.name())) return new Workload("Rollout", name);
    return new Workload(owner.kind(), owner.name());
  }

  /// A CronJob names its Job after itself and the minute it was due, since 1970; before 1.21 the
  /// second. A Job that a person gave a name with a number is told from it by that time.
  private static Workload ofJob(Owner owner, PodIdentity pod) {
    int dash = owner.name().lastIndexOf('-');
    String digits = owner.name().substring(dash + 1);
    if (dash < 1 || pod.created().isEmpty() || !digits.matches("[0-9]{8,10}")) {
      return new Workload(owner.kind(), owner.name());
    }
    long number = Long.parseLong(digits);
    long due = digits.length() < 10 ? number * SECONDS_PER_MINUTE : number;
    long late = pod.created().get().getEpochSecond() - due;
    boolean isCron = late >= -SOONER && late <= LATER;
    return isCron
        ? new Workload("CronJob", owner.name().substring(0, dash))
        : new Workload(owner.kind(), owner.name());
  }

  private static String withoutSuffix(String name, String suffix) {
    boolean has = !suffix.isEmpty() && name.length() > suffix.length() + 1;
    return has && name.endsWith('-' + suffix)
        ? name.substring(0, name.length() - suffix.length() - 1)
        : name;
  }
}
