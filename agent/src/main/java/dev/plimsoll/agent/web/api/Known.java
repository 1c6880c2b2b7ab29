package dev.plimsoll.agent.web.api;

import dev.plimsoll.agent.join.PodView;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.ProbeResults;
import dev.plimsoll.agent.recent.MinuteKeeper;
import java.util.Set;

/// All that is known of this node and its pods at one time.
///
/// @param report who tells of pods
/// @param sandboxes the ids of the containers that are no more than their pod's sandbox
/// @param minutes the last minute of every container
public record Known(
    PodView view,
    PodsReport report,
    Set<String> sandboxes,
    ProbeResults probes,
    MinuteKeeper minutes) {}
