package dev.plimsoll.collectors.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers one section from files that need not all be there: what could be read counts, and what
/// went wrong with the rest is kept.
public final class Gathering {
  private final List<SourceFailure> flaws = new ArrayList<>();

  /// The value of a part where there is one.
  public <T> Optional<T> add(Section<T> part) {
    flaws.addAll(part.failures());
    return part.present();
  }

  /// Notes that something could not be read, unless it has just vanished.
  public void add(KernelFileException unreadable) {
    if (!unreadable.vanished()) flaws.add(unreadable.failure());
  }

  /// Notes anything else that went wrong.
  public void add(SourceFailure flaw) {
    flaws.add(flaw);
  }

  /// The section of what was made from the parts.
  public <T> Section<T> section(T value) {
    return new Section.Present<>(value, flaws);
  }
}
