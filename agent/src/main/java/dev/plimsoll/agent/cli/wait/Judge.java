package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.cli.wait.Goal.ConditionIs;
import dev.plimsoll.agent.cli.wait.Goal.State;
import dev.plimsoll.agent.cli.wait.Goal.Usual;
import dev.plimsoll.agent.cli.wait.Goal.Word;
import dev.plimsoll.agent.cli.wait.Verdict.Done;
import dev.plimsoll.agent.cli.wait.Verdict.Waiting;
import java.util.Collection;
import java.util.Optional;

/// Says of what is seen whether it is what it is to be.
///
/// @param target what is waited for
record Judge(Target target) {
  /// @param objects those that the target's query finds
  Verdict of(Collection<Seen> objects) {
    if (target.kind() == Kind.SERVICE) return endpoints(objects);
    Optional<Seen> object = objects.stream().findFirst();
    if (object.isPresent()) return of(object.get());
    return isToBe(State.DELETED) ? new Done("is not there") : new Waiting("is not there yet");
  }

  private boolean isToBe(State state) {
    return target.goal().equals(new Word(state));
  }

  private static Verdict endpoints(Collection<Seen> slices) {
    int ready = slices.stream().mapToInt(Seen::readyEndpoints).sum();
    if (ready == 0) return new Waiting("has no ready endpoint");
    return new Done(ready == 1 ? "has a ready endpoint" : "has " + ready + " ready endpoints");
  }

  private Verdict of(Seen object) {
    return switch (target.goal()) {
      case Usual() -> usual(object);
      case Word(State state) -> state(state, object);
      case ConditionIs condition -> condition(condition, object);
    };
  }

  private Verdict usual(Seen object) {
    return switch (target.kind()) {
      case JOB -> JobState.complete(object);
      case POD -> PodState.ready(object);
      case DEPLOYMENT -> Rollout.ofDeployment(object);
      case STATEFULSET -> Rollout.ofStatefulSet(object);
      case DAEMONSET -> Rollout.ofDaemonSet(object);
      case SERVICE -> throw new AssertionError("a service is its endpoints");
    };
  }

  private Verdict state(State state, Seen object) {
    return switch (state) {
      case READY -> usual(object);
      case COMPLETED ->
          target.kind() == Kind.POD ? PodState.completed(object) : JobState.complete(object);
      case CREATED -> new Done("is there");
      case DELETED -> {
        boolean isGoing = !object.text("metadata.deletionTimestamp").isEmpty();
        yield new Waiting(isGoing ? "is being deleted" : "is still there");
      }
    };
  }

  /// Conditions that say what one of the words says are treated alike: what can never come true has
  /// failed.
  private Verdict condition(ConditionIs goal, Seen object) {
    if (goal.status().equalsIgnoreCase("True")) {
      if (target.kind() == Kind.JOB && goal.type().equalsIgnoreCase("Complete")) {
        return JobState.complete(object);
      }
      if (target.kind() == Kind.POD && goal.type().equalsIgnoreCase("Ready")) {
        return PodState.ready(object);
      }
    }
    Optional<Seen.Condition> condition = object.condition(goal.type());
    if (condition.isEmpty()) return new Waiting("has no condition " + goal.type());
    String is = condition.get().type() + " is " + condition.get().status();
    boolean isMet = condition.get().status().equalsIgnoreCase(goal.status());
    if (isMet && object.isObserved()) return new Done(is);
    if (isMet) return new Waiting("its last change is not yet taken up");
    String why = condition.get().why();
    return new Waiting(why.isEmpty() ? is : is + ", " + why);
  }
}
