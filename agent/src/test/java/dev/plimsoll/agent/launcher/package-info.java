/// Tests of the launcher at the root of the repository.
@NullMarked
package dev.plimsoll.agent.launcher;

import org.jspecify.annotations.NullMarked;
