package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.Section;
import java.time.Instant;

/// What is read of a process in turns, not in every pass.
///
/// @param openFiles how many file descriptors are open
/// @param oomScore how likely the kernel kills it when memory runs out, 0 to 2000
/// @param at when they were last read and one of them had changed, or else at most thirty-two
///   passes ago
public record SeldomFacts(
    Section<ProcStatus> status,
    Section<ProcLimits> limits,
    Section<Long> openFiles,
    Section<Long> oomScore,
    Instant at) {}
