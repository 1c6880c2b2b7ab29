/// One class for each file of `/proc/1/net` that is a table or a set of counters of the host's
/// network.
@NullMarked
package dev.plimsoll.collectors.net;

import org.jspecify.annotations.NullMarked;
