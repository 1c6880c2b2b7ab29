package dev.plimsoll.agent.self;

import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import dev.plimsoll.agent.reading.SnapshotListener;
import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the agent may do, and what not: tried when it starts, and learnt from those that it asks.
/// What is missing is named in the log once.
public final class Permissions implements SnapshotListener {
  private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);

  private final List<Permission> host;
  private final Supplier<PodsReport> pods;
  private final Set<String> named = new HashSet<>();
  private @Nullable Reading<?> last;

  /// @param host what was tried on the host
  public Permissions(List<Permission> host, Supplier<PodsReport> pods) {
    this.host = List.copyOf(host);
    this.pods = pods;
  }

  /// What is known so far. May be called by any thread.
  public List<Permission> all() {
    List<Permission> all = new ArrayList<>(host);
    for (SourceReport source : pods.get().sources()) {
      switch (source.name()) {
        case "kubelet" ->
            add(source, "get nodes/pods", "pods from the kubelet, at no cost to the cluster", all);
        case "api" ->
            add(source, "list and watch pods", "pods where the kubelet does not tell", all);
        case "probes" -> add(source, "get nodes/metrics", "results of probes", all);
        case "stats" -> add(source, "get nodes/stats", "sizes of volumes, layers and logs", all);
        case "node" -> add(source, "get nodes", "kube_node_* at /metrics/kube", all);
        default -> {}
      }
    }
    return all;
  }

  /// Only once it is known: who does not answer has not refused.
  private static void add(
      SourceReport source, String name, String buys, List<Permission> permissions) {
    boolean isRefused =
        source.troubleClass().equals("forbidden") || source.troubleClass().equals("unauthorized");
    if (isRefused || source.answers() > 0) permissions.add(new Permission(name, !isRefused, buys));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Looked at again when processes were read again.
  public void snapshot(NodeSnapshot before, NodeSnapshot next) {
    if (next.processes() == last) return;
    last = next.processes();
    for (Permission permission : all()) {
      if (permission.isGranted()) named.remove(permission.name());
      else if (named.add(permission.name())) {
        LOG.warn("not permitted: {}; lost: {}", permission.name(), permission.buys());
      }
    }
  }
}
