package dev.plimsoll.agent.cli.wait;

import java.util.Optional;

/// How it stands with a job: its conditions `Complete` and `Failed` are the last word
/// ([JobStatus](https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/job-v1/#JobStatus)).
final class JobState {
  private JobState() {}

  static Verdict complete(Seen job) {
    if (job.hasTrue("Complete")) return new Verdict.Done("is complete");
    Optional<Seen.Condition> failed = job.condition("Failed").filter(Seen.Condition::isTrue);
    if (failed.isPresent()) {
      String why = failed.get().why();
      return new Verdict.Failed(why.isEmpty() ? "has failed" : "has failed: " + why);
    }
    if (job.hasTrue("Suspended")) return new Verdict.Waiting("is suspended");
    return new Verdict.Waiting(progress(job));
  }

  private static String progress(Seen job) {
    long succeeded = job.number("status.succeeded", 0);
    long failed = job.number("status.failed", 0);
    String progress =
        job.number("status.active", 0)
            + " active, "
            + succeeded
            + " of "
            + job.number("spec.completions", 1)
            + " succeeded";
    return failed == 0 ? progress : progress + ", " + failed + " failed";
  }
}
