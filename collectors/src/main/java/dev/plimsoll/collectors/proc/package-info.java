/// One class for each file of `/proc` that speaks of the whole node.
@NullMarked
package dev.plimsoll.collectors.proc;

import org.jspecify.annotations.NullMarked;
