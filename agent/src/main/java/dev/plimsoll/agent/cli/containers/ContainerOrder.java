package dev.plimsoll.agent.cli.containers;

import java.util.Comparator;
import java.util.OptionalLong;

/// What stands first in a list of containers; the largest does, and what is not known comes last.
public enum ContainerOrder {
  CPU,
  MEMORY,
  LIMIT,
  THROTTLED,
  PRESSURE,
  PIDS,
  RESTARTS,
  AGE,
  NAME;

  private static final double UNKNOWN = -1;

  public Comparator<ContainerRow> comparator() {
    Comparator<ContainerRow> byName =
        Comparator.comparing((ContainerRow row) -> row.name().namespace())
            .thenComparing(row -> row.name().pod())
            .thenComparing(row -> row.name().container())
            .thenComparing(ContainerRow::id);
    return Comparator.comparingDouble(this::of).reversed().thenComparing(byName);
  }

  private double of(ContainerRow row) {
    return switch (this) {
      case CPU -> row.cores().orElse(UNKNOWN);
      case MEMORY -> asDouble(row.workingSet());
      case LIMIT -> row.memoryRatio().orElse(UNKNOWN);
      case THROTTLED -> row.throttled().orElse(UNKNOWN);
      case PRESSURE -> row.worstStall().orElse(UNKNOWN);
      case PIDS -> asDouble(row.tasks());
      case RESTARTS -> asDouble(row.restarts());
      case AGE -> row.ageSeconds();
      case NAME -> 0;
    };
  }

  private static double asDouble(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : UNKNOWN;
  }
}
