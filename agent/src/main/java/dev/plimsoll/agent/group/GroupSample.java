package dev.plimsoll.agent.group;

/// A group after a pass.
///
/// @param counts what its members did, those that have ended included
/// @param state how its members are; [GroupState#processes] is 0 where all have ended
/// @param threads what their threads do, where these are read
public record GroupSample(
    SeriesLabels labels, Counts counts, GroupState state, GroupThreads threads) {

  GroupSample(SeriesLabels labels, Counts counts, GroupState state) {
    this(labels, counts, state, GroupThreads.NONE);
  }

  GroupSample with(GroupThreads read) {
    return read.equals(threads) ? this : new GroupSample(labels, counts, state, read);
  }
}
