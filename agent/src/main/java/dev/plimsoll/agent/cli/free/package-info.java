/// `plimsoll free`: memory as procps shows it, and whether it is enough.
@NullMarked
package dev.plimsoll.agent.cli.free;

import org.jspecify.annotations.NullMarked;
