/// Which cluster a command asks, and as whom: the service account of the pod it runs in, or a
/// kubeconfig.
@NullMarked
package dev.plimsoll.agent.cli.cluster;

import org.jspecify.annotations.NullMarked;
