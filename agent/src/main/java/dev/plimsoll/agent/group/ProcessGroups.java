package dev.plimsoll.agent.group;

import java.util.List;

/// All groups after a pass.
///
/// @param own our own, by container or unit and name
/// @param named those of `/metrics/process`
/// @param units what the numbers are in
public record ProcessGroups(
    List<GroupSample> own, List<GroupSample> named, ReadErrors errors, KernelUnits units) {
  public ProcessGroups {
    own = List.copyOf(own);
    named = List.copyOf(named);
  }

  /// Before the first pass.
  public static ProcessGroups none() {
    return new ProcessGroups(
        List.of(), List.of(), new ReadErrors(0, 0, 0), new KernelUnits(100, 4096, 0));
  }
}
