package dev.plimsoll.agent.group;

/// What went wrong with reading processes since the start.
///
/// @param passes passes in which the table could not be read
/// @param processes processes that could not be read at all, added up over all passes
/// @param partial processes whose I/O or file descriptors could not be read, added up likewise
public record ReadErrors(long passes, long processes, long partial) {}
