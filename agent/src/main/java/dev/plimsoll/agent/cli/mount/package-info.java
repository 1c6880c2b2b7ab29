/// Mounts and block devices as tables: what `df`, `findmnt` and `lsblk` print.
@NullMarked
package dev.plimsoll.agent.cli.mount;

import org.jspecify.annotations.NullMarked;
