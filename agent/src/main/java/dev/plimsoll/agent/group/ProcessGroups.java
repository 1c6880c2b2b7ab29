package dev.plimsoll.agent.group;

import java.util.List;

/// All groups after a pass.
///
/// @param own our own, by container or unit and name
/// @param named those of `/metrics/process`
/// @param units what the numbers are in
/// @param current whether the pass brought a table; else the states of groups are of an earlier one
///   and say nothing of now
public record ProcessGroups(
    List<GroupSample> own,
    List<GroupSample> named,
    ReadErrors errors,
    KernelUnits units,
    boolean current) {
  public ProcessGroups {
    own = List.copyOf(own);
    named = List.copyOf(named);
  }

  /// Before the first pass.
  public static ProcessGroups none() {
    return new ProcessGroups(
        List.of(), List.of(), new ReadErrors(0, 0, 0), new KernelUnits(100, 4096, 0), true);
  }

  /// What members did until now, without how they are now.
  ProcessGroups withoutStates(ReadErrors now) {
    return new ProcessGroups(own, named, now, units, false);
  }
}
