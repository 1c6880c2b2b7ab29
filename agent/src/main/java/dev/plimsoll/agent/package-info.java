/// The agent: the one place that constructs everything, and the main program.
@NullMarked
package dev.plimsoll.agent;

import org.jspecify.annotations.NullMarked;
