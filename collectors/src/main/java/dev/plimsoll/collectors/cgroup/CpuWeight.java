package dev.plimsoll.collectors.cgroup;

/// A group's claim on CPU time when there is not enough for all, against its siblings.
///
/// @param value `cpu.weight` of v2 from 1 to 10,000, or `cpu.shares` of v1 from 2 to 262,144
public record CpuWeight(Scale scale, long value) {

  /// What the value is counted in. Which weight stands for how many shares, and so for which
  /// request of a pod, each container runtime decides.
  public enum Scale {
    SHARES,
    WEIGHT
  }
}
