/// `/metrics/node`: the node under the names of node_exporter, one class for each of its
/// collectors.
@NullMarked
package dev.plimsoll.agent.nodeexporter;

import org.jspecify.annotations.NullMarked;
