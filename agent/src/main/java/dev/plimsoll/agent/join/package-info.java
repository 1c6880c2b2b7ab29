/// The snapshot with the names of pods on it: pure functions, no I/O, no clock.
@NullMarked
package dev.plimsoll.agent.join;

import org.jspecify.annotations.NullMarked;
