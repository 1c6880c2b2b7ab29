package dev.plimsoll.agent.cli.pods;

import java.util.Comparator;

/// What stands first in a list of probes.
public enum ProbeOrder {
  /// The nearest to its threshold.
  STREAK,
  /// The most failures since the kubelet's start.
  FAILURES,
  NAME;

  public Comparator<ToldProbe> comparator() {
    Comparator<ToldProbe> byName =
        Comparator.comparing(ToldProbe::namespace)
            .thenComparing(ToldProbe::pod)
            .thenComparing(ToldProbe::container)
            .thenComparing(ToldProbe::type);
    return switch (this) {
      case STREAK -> Comparator.comparingDouble(ToldProbe::ratio).reversed().thenComparing(byName);
      case FAILURES -> failures().reversed().thenComparing(byName);
      case NAME -> byName;
    };
  }

  private static Comparator<ToldProbe> failures() {
    return Comparator.comparingLong(probe -> probe.number("failed").orElse(0));
  }
}
