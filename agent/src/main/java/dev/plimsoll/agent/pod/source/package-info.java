/// Where pods are got from: the kubelet, the API server, the names of log files. All of it on
/// virtual threads of its own; nobody who reads the kernel or answers a scrape waits for it.
@NullMarked
package dev.plimsoll.agent.pod.source;

import org.jspecify.annotations.NullMarked;
