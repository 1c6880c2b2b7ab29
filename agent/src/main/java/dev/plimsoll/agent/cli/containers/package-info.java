/// Containers as a list for people and programs: what each uses of what it may.
@NullMarked
package dev.plimsoll.agent.cli.containers;

import org.jspecify.annotations.NullMarked;
