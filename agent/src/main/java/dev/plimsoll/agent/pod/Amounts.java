package dev.plimsoll.agent.pod;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Amounts of resources by name, in base units: `cpu` in cores, `memory` and `ephemeral-storage` in
/// bytes, anything else by the piece or in bytes as it is defined; in the order of their names.
public record Amounts(Map<String, Double> byName) {
  public static final Amounts NONE = new Amounts(Map.of());

  public Amounts {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  public OptionalDouble get(String name) {
    Double amount = byName.get(name);
    return amount == null ? OptionalDouble.empty() : OptionalDouble.of(amount);
  }
}
