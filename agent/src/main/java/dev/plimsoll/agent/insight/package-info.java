/// Conclusions from what was read, each with its evidence: pure functions, no I/O, no clock.
@NullMarked
package dev.plimsoll.agent.insight;

import org.jspecify.annotations.NullMarked;
