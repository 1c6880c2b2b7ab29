/// Metrics that others leave in files, in Prometheus' text format, for the agent to show.
@NullMarked
package dev.plimsoll.collectors.textfile;

import org.jspecify.annotations.NullMarked;
