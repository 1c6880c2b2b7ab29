package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.collectors.cgroup.Cgroup;
import dev.plimsoll.collectors.kernel.Section;
import io.prometheus.metrics.model.snapshots.Labels;

/// A control group as cAdvisor shows it: with its six labels on every series.
///
/// @param oomKills what the OOM killer did to it; of a pod through restarts of its containers
record CadvisorRow(Kind kind, Cgroup<?> group, Section<Long> oomKills, Labels labels) {

  /// What kind of group it is; not every kind has every family.
  enum Kind {
    ROOT,
    /// A group that holds pods, or a unit of the host.
    SLICE,
    POD,
    /// What holds a pod's namespaces: the `pause` program.
    SANDBOX,
    CONTAINER
  }
}
