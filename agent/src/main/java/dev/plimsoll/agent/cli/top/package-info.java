/// `plimsoll top`: who takes the node's CPU and memory now, process by process and container by
/// container.
@NullMarked
package dev.plimsoll.agent.cli.top;

import org.jspecify.annotations.NullMarked;
