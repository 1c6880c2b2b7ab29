package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Mount;

/// A mount and the lines that lead to it in the tree.
///
/// @param branch empty at the top, and in a list
public record MountLine(Mount mount, String branch) {}
