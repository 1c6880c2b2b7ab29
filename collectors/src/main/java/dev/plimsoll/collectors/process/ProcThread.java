package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.Section;
import java.util.Optional;

/// One thread of a process, from `/proc/<pid>/task/<tid>`, whose files are those of a process with
/// the thread's own numbers in them.
///
/// @param io absent or failed for processes that the reader has no right to trace
/// @param waitChannel the kernel function it waits in; empty where it waits in none or the kernel
///   keeps that secret
public record ProcThread(
    ProcStat stat, Section<ProcIo> io, Section<ProcStatus> status, Optional<String> waitChannel) {}
