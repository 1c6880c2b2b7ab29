/// The agent on real nodes: a Kubernetes node beside its kubelet, and a kernel with cgroup v2.
@NullMarked
package dev.plimsoll.daemonset.node;

import org.jspecify.annotations.NullMarked;
