package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// A family for each constant of an enum.
record EnumFamilies<E extends Enum<E>>(Map<E, Family> families) {

  /// @param family makes the one of a constant
  static <E extends Enum<E>> EnumFamilies<E> of(Class<E> type, Function<E, Family> family) {
    Map<E, Family> families = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) families.put(constant, family.apply(constant));
    return new EnumFamilies<>(Collections.unmodifiableMap(families));
  }

  Family of(E constant) {
    return Objects.requireNonNull(families.get(constant));
  }

  /// These, in the order of the constants, and others.
  List<Family> and(Family... others) {
    return Stream.concat(families.values().stream(), Stream.of(others)).toList();
  }
}
