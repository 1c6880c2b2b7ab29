/// The table of processes, from `/proc/<pid>`.
@NullMarked
package dev.plimsoll.collectors.process;

import org.jspecify.annotations.NullMarked;
