/// Metric families as Prometheus reads them.
@NullMarked
package dev.plimsoll.agent.prometheus;

import org.jspecify.annotations.NullMarked;
