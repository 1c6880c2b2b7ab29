package dev.plimsoll.agent.insight;

import java.util.OptionalLong;

/// What the OOM killer did to a container, through its restarts.
///
/// @param kills processes that it ended
/// @param silent those of them that the container's first process outlived, so that no restart
///   shows them; empty until the processes were read twice
public record OomCounts(long kills, OptionalLong silent) {
  static final OomCounts UNKNOWN = new OomCounts(0, OptionalLong.empty());

  OomCounts plus(OomCounts more) {
    boolean isKnown = silent.isPresent() || more.silent.isPresent();
    long both = silent.orElse(0) + more.silent.orElse(0);
    return new OomCounts(
        kills + more.kills, isKnown ? OptionalLong.of(both) : OptionalLong.empty());
  }
}
