package dev.plimsoll.agent.group;

import io.prometheus.metrics.model.snapshots.Labels;

/// A group of `/metrics/process`.
final class NamedGroup {
  final GroupSum sum;
  final ThreadSums threads;
  long lastPass;

  NamedGroup(String name) {
    Labels labels = Labels.of("groupname", name);
    sum = new GroupSum(labels);
    threads = new ThreadSums(labels);
  }
}
