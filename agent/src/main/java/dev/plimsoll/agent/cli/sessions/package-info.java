/// Who is in containers from outside, as the agent says it.
@NullMarked
package dev.plimsoll.agent.cli.sessions;

import org.jspecify.annotations.NullMarked;
