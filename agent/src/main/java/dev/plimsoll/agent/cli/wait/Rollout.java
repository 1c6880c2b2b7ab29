package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.cli.wait.Verdict.Done;
import dev.plimsoll.agent.cli.wait.Verdict.Failed;
import dev.plimsoll.agent.cli.wait.Verdict.Waiting;
import java.util.Optional;

/// Whether the last change of a workload is through: taken up by its controller, every pod of it
/// made anew, and all of them available ([the status of a
/// Deployment](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status)).
final class Rollout {
  private static final String UNSEEN = "its last change is not yet taken up";

  private Rollout() {}

  static Verdict ofDeployment(Seen deployment) {
    if (!isSeen(deployment)) return new Waiting(UNSEEN);
    Optional<Seen.Condition> late =
        deployment
            .condition("Progressing")
            .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"));
    if (late.isPresent()) return new Failed("has failed: " + late.get().why());
    long wanted = deployment.number("spec.replicas", 1);
    long updated = deployment.number("status.updatedReplicas", 0);
    long old = deployment.number("status.replicas", 0) - updated;
    if (updated < wanted) return new Waiting(share(updated, wanted, "updated"));
    if (old > 0) return new Waiting("old pods still there: " + old);
    return available(deployment.number("status.availableReplicas", 0), updated);
  }

  /// Where it is updated only by hand, or up to a partition, no more than that is waited for.
  static Verdict ofStatefulSet(Seen set) {
    if (!isSeen(set)) return new Waiting(UNSEEN);
    long wanted = set.number("spec.replicas", 1);
    long partition = set.number("spec.updateStrategy.rollingUpdate.partition", 0);
    long toUpdate = isByHand(set) ? 0 : Math.max(0, wanted - partition);
    long updated = set.number("status.updatedReplicas", 0);
    if (updated < toUpdate) return new Waiting(share(updated, toUpdate, "updated"));
    long old = set.number("status.replicas", 0) - wanted;
    if (old > 0) return new Waiting("pods too many: " + old);
    long ready = set.number("status.readyReplicas", 0);
    return available(set.number("status.availableReplicas", ready), wanted);
  }

  static Verdict ofDaemonSet(Seen set) {
    if (!isSeen(set)) return new Waiting(UNSEEN);
    long wanted = set.number("status.desiredNumberScheduled", 0);
    long updated = set.number("status.updatedNumberScheduled", 0);
    if (!isByHand(set) && updated < wanted) return new Waiting(share(updated, wanted, "updated"));
    return available(set.number("status.numberAvailable", 0), wanted);
  }

  /// A controller that has said nothing yet has seen nothing.
  private static boolean isSeen(Seen workload) {
    long generation = workload.number("metadata.generation", 0);
    return workload.number("status.observedGeneration", 0) >= generation;
  }

  private static boolean isByHand(Seen workload) {
    return workload.text("spec.updateStrategy.type").equals("OnDelete");
  }

  private static Verdict available(long available, long wanted) {
    return available < wanted
        ? new Waiting(share(available, wanted, "available"))
        : new Done("is rolled out, " + share(available, wanted, "available"));
  }

  private static String share(long part, long whole, String are) {
    return part + " of " + whole + ' ' + are;
  }
}
