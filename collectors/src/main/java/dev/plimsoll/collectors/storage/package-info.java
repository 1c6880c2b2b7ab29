/// What the kernel counts for arrays of disks and for file systems: one class for each file.
@NullMarked
package dev.plimsoll.collectors.storage;

import org.jspecify.annotations.NullMarked;
