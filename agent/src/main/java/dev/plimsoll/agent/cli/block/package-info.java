/// Block devices as a tree, for `lsblk`.
@NullMarked
package dev.plimsoll.agent.cli.block;

import org.jspecify.annotations.NullMarked;
