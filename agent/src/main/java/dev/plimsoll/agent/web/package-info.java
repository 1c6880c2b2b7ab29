/// The HTTP servers: they show what was read, and never read.
@NullMarked
package dev.plimsoll.agent.web;

import org.jspecify.annotations.NullMarked;
