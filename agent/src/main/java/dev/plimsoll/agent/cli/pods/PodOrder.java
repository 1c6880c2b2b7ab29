package dev.plimsoll.agent.cli.pods;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// What stands first in a list of pods; the largest does, and what is not known comes last.
public enum PodOrder {
  NAME,
  STATUS,
  RESTARTS,
  AGE,
  CPU,
  MEMORY;

  private static final double UNKNOWN = -1;

  public Comparator<ToldPod> comparator() {
    Comparator<ToldPod> byName =
        Comparator.comparing(ToldPod::namespace).thenComparing(ToldPod::name);
    Comparator<ToldPod> own =
        switch (this) {
          case NAME -> byName;
          case STATUS -> Comparator.comparing(pod -> pod.text("status"));
          case RESTARTS -> most(pod -> pod.number("restarts"));
          case AGE -> Comparator.comparing(pod -> pod.time("created").orElse(Instant.MAX));
          case CPU -> most(pod -> pod.cores().orElse(UNKNOWN));
          case MEMORY -> most(pod -> pod.memory().orElse(UNKNOWN));
        };
    return own.thenComparing(byName).thenComparing(pod -> pod.text("uid"));
  }

  private static Comparator<ToldPod> most(ToDoubleFunction<ToldPod> value) {
    return Comparator.comparingDouble(value).reversed();
  }
}
