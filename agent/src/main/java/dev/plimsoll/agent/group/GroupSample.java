package dev.plimsoll.agent.group;

/// A group after a pass.
///
/// @param counts what its members did, those that have ended included
/// @param state how its members are; [GroupState#processes] is 0 where all have ended
public record GroupSample(SeriesLabels labels, Counts counts, GroupState state) {}
