package dev.plimsoll.agent.insight;

import java.util.Locale;

/// How near a container is to the end of something.
///
/// @param limit above 0, in the same unit
/// @param process the name of who has most of it: of one process for open files, of all of that
///   name for the others; may hold anything, escape it; empty where none is seen
public record LimitUse(Resource resource, double used, double limit, String process) {

  /// What there is only so much of.
  public enum Resource {
    /// File descriptors of the process that is nearest to its own limit.
    OPEN_FILES,
    /// Processes and threads.
    PIDS,
    /// Bytes that cannot be had back without killing: the working set.
    MEMORY;

    /// `open_files`
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public double ratio() {
    return used / limit;
  }
}
