/// The command line.
@NullMarked
package dev.plimsoll.agent.cli;

import org.jspecify.annotations.NullMarked;
