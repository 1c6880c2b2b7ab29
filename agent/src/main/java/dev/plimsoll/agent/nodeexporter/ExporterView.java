package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.self.OwnUse;
import dev.plimsoll.agent.self.ScrapeCounts;
import java.time.Instant;
import java.util.Optional;

/// What the exporter itself is, at the time of a page.
///
/// @param version the agent's own
/// @param machine what Java calls the processor
/// @param started when the agent did
/// @param use what it uses; empty before the first snapshot
/// @param counts how the page was asked for
public record ExporterView(
    String version, String machine, Instant started, Optional<OwnUse> use, ScrapeCounts counts) {}
