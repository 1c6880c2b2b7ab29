/// `plimsoll ps`: processes, chosen and shown as procps' `ps` does, with their pods.
@NullMarked
package dev.plimsoll.agent.cli.ps;

import org.jspecify.annotations.NullMarked;
