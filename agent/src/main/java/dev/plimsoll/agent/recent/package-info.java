/// What happened within the last minute, second by second.
@NullMarked
package dev.plimsoll.agent.recent;

import org.jspecify.annotations.NullMarked;
