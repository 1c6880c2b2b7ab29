/// Grafana's classic dashboard JSON (schema version 41), as little of it as is used here.
@NullMarked
package dev.plimsoll.dashboards.grafana;

import org.jspecify.annotations.NullMarked;
