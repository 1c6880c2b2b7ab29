package dev.plimsoll.agent.metrics;

import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.reading.Pace;
import dev.plimsoll.agent.reading.PassCounts;
import dev.plimsoll.agent.reading.SourceHealth.FailureClass;
import dev.plimsoll.agent.self.OwnUse;
import dev.plimsoll.agent.self.Permission;
import dev.plimsoll.agent.self.ScrapeCounts;
import dev.plimsoll.collectors.NodeSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the agent has to tell of itself.
///
/// @param now when it is told
/// @param dropped series left out, by family
/// @param permissions what it may do
/// @param pods what is known of pods, and from whom
public record SelfView(
    String version,
    Instant started,
    Instant now,
    Optional<NodeSnapshot> node,
    Optional<OwnUse> use,
    Map<FailureClass, Long> failures,
    Map<Pace, PassCounts> passes,
    Map<String, Long> dropped,
    PodsReport pods,
    List<Permission> permissions,
    List<ScrapeCounts> scrapes) {}
