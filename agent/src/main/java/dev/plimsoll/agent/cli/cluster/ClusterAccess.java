package dev.plimsoll.agent.cli.cluster;

import dev.plimsoll.agent.pod.source.Credentials;
import dev.plimsoll.agent.pod.source.Server;

/// How a cluster's API server is asked.
///
/// @param namespace where nobody names one
public record ClusterAccess(Server server, Credentials credentials, String namespace) {
  static final String DEFAULT_NAMESPACE = "default";
}
