/// Block devices: disks, partitions, and what is made of them.
@NullMarked
package dev.plimsoll.collectors.device;

import org.jspecify.annotations.NullMarked;
