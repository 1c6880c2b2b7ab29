/// The program as its users run it: in a process of its own, asked over HTTP, scraped by a real
/// Prometheus.
@NullMarked
package dev.plimsoll.agent.endtoend;

import org.jspecify.annotations.NullMarked;
