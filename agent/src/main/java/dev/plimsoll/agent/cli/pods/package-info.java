/// Pods and probes as lists for people and programs, as the agent tells of them.
@NullMarked
package dev.plimsoll.agent.cli.pods;

import org.jspecify.annotations.NullMarked;
