/// What the agent knows of itself: what it costs, and whom it answered.
@NullMarked
package dev.plimsoll.agent.self;

import org.jspecify.annotations.NullMarked;
