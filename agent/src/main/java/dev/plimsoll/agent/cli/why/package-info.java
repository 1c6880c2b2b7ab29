/// What is wrong with pods, as the agent says it, for people.
@NullMarked
package dev.plimsoll.agent.cli.why;

import org.jspecify.annotations.NullMarked;
