/// When the kernel is read, and what is learned from reading it: which sources fail, and how often.
@NullMarked
package dev.plimsoll.agent.reading;

import org.jspecify.annotations.NullMarked;
