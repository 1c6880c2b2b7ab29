/// `plimsoll pmap`: what a process has mapped into its memory.
@NullMarked
package dev.plimsoll.agent.cli.pmap;

import org.jspecify.annotations.NullMarked;
