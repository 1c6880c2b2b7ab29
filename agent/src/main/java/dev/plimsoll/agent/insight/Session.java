package dev.plimsoll.agent.insight;

import dev.plimsoll.collectors.process.ProcessId;
import java.util.OptionalLong;

/// A process that somebody brought into a container from outside, or what such a one left behind.
/// What it is called is the name that it has now; its arguments are not here, for they may hold
/// secrets.
///
/// @param comm may hold anything, escape it
/// @param user its real user id; empty where it could not be read
/// @param terminal the device number of its terminal; 0 without one
/// @param processes it and those that it started, as far as they are still its own
public record Session(
    ProcessId id, Kind kind, String comm, OptionalLong user, int terminal, int processes) {

  /// Who brought it, as far as that shows.
  public enum Kind {
    /// Somebody with a terminal.
    INTERACTIVE,
    /// The kubelet, for a probe: the command is that of one.
    PROBE,
    /// The kubelet, after the start or before the end: the command is that of a hook.
    HOOK,
    /// Somebody without a terminal.
    OTHER,
    /// It was part of such a session, which has ended without it.
    LEFTOVER,
    /// The process that began its session has ended, and nobody saw what that was: a service that
    /// went into the background, or what a session too short to be seen left behind.
    DETACHED
  }

  /// Whether it is at work for someone outside.
  public boolean isOpen() {
    return switch (kind) {
      case INTERACTIVE, PROBE, HOOK, OTHER -> true;
      case LEFTOVER, DETACHED -> false;
    };
  }
}
