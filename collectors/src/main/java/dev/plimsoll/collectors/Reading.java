package dev.plimsoll.collectors;

import dev.plimsoll.collectors.kernel.Section;
import java.time.Duration;
import java.time.Instant;

/// A section, and when and how long it was read.
///
/// @param at when reading it ended
/// @param took how long reading and parsing took, by the wall
public record Reading<T>(Source source, Section<T> section, Instant at, Duration took) {}
