/// Waits for objects of a cluster, each by one watch.
@NullMarked
package dev.plimsoll.agent.cli.wait;

import org.jspecify.annotations.NullMarked;
