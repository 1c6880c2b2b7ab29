/// How the log is written: one line for each event, to one stream, in the form that was asked for.
@NullMarked
package dev.plimsoll.agent.logging;

import org.jspecify.annotations.NullMarked;
