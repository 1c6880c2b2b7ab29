/// Real Prometheus and Alertmanager with real agents.
@NullMarked
package dev.plimsoll.dashboards.running;

import org.jspecify.annotations.NullMarked;
