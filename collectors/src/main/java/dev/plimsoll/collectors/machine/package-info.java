/// What the machine tells of itself: its maker, sensors, power, faults of its memory, watchdogs.
@NullMarked
package dev.plimsoll.collectors.machine;

import org.jspecify.annotations.NullMarked;
