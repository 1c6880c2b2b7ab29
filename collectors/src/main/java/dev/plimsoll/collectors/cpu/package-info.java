/// What `/sys/devices/system/cpu` tells of the processors beyond how they are arranged.
@NullMarked
package dev.plimsoll.collectors.cpu;

import org.jspecify.annotations.NullMarked;
