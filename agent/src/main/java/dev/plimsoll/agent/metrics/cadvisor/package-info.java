/// `/metrics/cadvisor`: containers under cAdvisor's names, as the kubelet serves them.
@NullMarked
package dev.plimsoll.agent.metrics.cadvisor;

import org.jspecify.annotations.NullMarked;
