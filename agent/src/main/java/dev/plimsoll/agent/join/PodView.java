package dev.plimsoll.agent.join;

import dev.plimsoll.collectors.NodeSnapshot;

/// The snapshot joined with what is known of pods. Immutable; views are made from it alone.
public record PodView(NodeSnapshot node, PodIndex pods) {}
