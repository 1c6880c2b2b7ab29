package dev.plimsoll.agent.cli.usage;

import dev.plimsoll.agent.cli.mount.BlockSize;

/// Which lines of `du` are printed, and how.
///
/// @param depth how far below what was asked for lines are printed
/// @param files whether files have lines, and not only directories
/// @param apparent whether sizes are those that files claim, not what is allocated for them
/// @param json whether for programs: an object a line, both sizes in bytes
public record UsageForm(int depth, boolean files, BlockSize unit, boolean apparent, boolean json) {}
