package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.PodIdentity.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {
  private static final Instant CREATED = Instant.ofEpochSecond(29_919_273L * 60 + 2);

  @ParameterizedTest
  @CsvSource({
    "ReplicaSet, web-759ccf96fc, pod-template-hash=759ccf96fc, Deployment, web",
    "ReplicaSet, a-b-6b8, pod-template-hash=6b8, Deployment, a-b",
    "ReplicaSet, web-759ccf96fc, rollouts-pod-template-hash=759ccf96fc, Rollout, web",
    "ReplicaSet, web-759ccf96fc, pod-template-hash=other, ReplicaSet, web-759ccf96fc",
    "ReplicaSet, plain, a=b, ReplicaSet, plain",
    "ReplicaSet, -x, pod-template-hash=x, ReplicaSet, -x",
    "Job, cron-29919273, a=b, CronJob, cron",
    "Job, cron-1795156380, a=b, CronJob, cron",
    "Job, cron-29919273-x, a=b, Job, cron-29919273-x",
    "Job, backup-20261120, a=b, Job, backup-20261120",
    "Job, import-1000000000, a=b, Job, import-1000000000",
    "Job, 29919273, a=b, Job, 29919273",
    "Job, job-ok, a=b, Job, job-ok",
    "StatefulSet, sts, a=b, StatefulSet, sts",
    "Cluster, 'pg \"x\"', a=b, Cluster, 'pg \"x\"'",
  })
  void namesWhatAPersonWouldName(
      String owner, String name, String label, String kind, String workload) {
    String[] pair = label.split("=", 2);
    PodIdentity pod = pod(Map.of(pair[0], pair[1]), List.of(new Owner(owner, name, true)), false);
    assertEquals(new Workload(kind, workload), Workload.of(pod, "n"));
  }

  @Test
  void theOwnerThatControlsCounts() {
    List<Owner> owners = List.of(new Owner("A", "a", false), new Owner("B", "b", true));
    assertEquals(new Workload("B", "b"), Workload.of(pod(Map.of(), owners, false), "n"));
  }

  @Test
  void podsOfNobodyAreTheirOwn() {
    assertEquals(new Workload("Pod", "p-n"), Workload.of(pod(Map.of(), List.of(), false), "n"));
    assertEquals(new Workload("StaticPod", "p"), Workload.of(pod(Map.of(), List.of(), true), "n"));
  }

  private static PodIdentity pod(Map<String, String> labels, List<Owner> owners, boolean isStatic) {
    return new PodIdentity(
        "u",
        "u",
        "ns",
        "p-n",
        isStatic,
        labels,
        Map.of(),
        Optional.of(CREATED),
        Optional.empty(),
        Optional.empty(),
        owners);
  }
}
