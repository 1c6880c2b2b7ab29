/// `/metrics/kube`: this node's pods under the names of kube-state-metrics.
@NullMarked
package dev.plimsoll.agent.metrics.kube;

import org.jspecify.annotations.NullMarked;
