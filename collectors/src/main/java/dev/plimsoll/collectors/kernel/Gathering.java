package dev.plimsoll.collectors.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers one section from files that need not all be there: what could be read counts, and what
/// went wrong with the rest is kept, up to a hundred failures.
public final class Gathering {
  private static final int MOST_FLAWS = 100;

  private final List<SourceFailure> flaws = new ArrayList<>();

  /// The value of a part where there is one.
  public <T> Optional<T> add(Section<T> part) {
    part.failures().forEach(this::add);
    return part.present();
  }

  /// Notes that something could not be read, unless it has just vanished.
  public void add(KernelFileException unreadable) {
    if (!unreadable.vanished()) add(unreadable.failure());
  }

  /// Notes anything else that went wrong.
  public void add(SourceFailure flaw) {
    if (flaws.size() < MOST_FLAWS) flaws.add(flaw);
  }

  /// The section of what was made from the parts.
  public <T> Section<T> section(T value) {
    return new Section.Present<>(value, flaws);
  }
}
