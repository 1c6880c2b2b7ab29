package dev.plimsoll.agent.group;

import io.prometheus.metrics.model.snapshots.Labels;

/// A group of `/metrics/process`.
final class NamedGroup {
  final GroupSum sum;
  long lastPass;

  NamedGroup(String name) {
    sum = new GroupSum(Labels.of("groupname", name));
  }
}
