/// What commands are told by the agent that runs on this node.
@NullMarked
package dev.plimsoll.agent.cli.agent;

import org.jspecify.annotations.NullMarked;
