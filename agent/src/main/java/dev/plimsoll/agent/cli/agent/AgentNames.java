package dev.plimsoll.agent.cli.agent;

import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.pod.JsonCursor;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What the agent calls pods and containers: `/api/v1/names`.
final class AgentNames implements PodIndex {
  static final String PATH = "/api/v1/names";

  private static final int MOST = 100_000;

  private final Map<String, ContainerName> containers = new HashMap<>();
  private final Map<String, ContainerName> pods = new HashMap<>();
  private final Map<String, Long> restarts = new HashMap<>();
  private final PodIndex unknown = PodIndex.standAlone();

  private AgentNames() {}

  /// @throws IOException where it is not that, or not all of it
  static AgentNames read(InputStream in) throws IOException {
    AgentNames names = new AgentNames();
    ToldList.read(in, "pods", pod -> new PodFields(names).read(pod));
    return names;
  }

  /// Reads a pod.
  private static final class PodFields {
    private final AgentNames names;
    private String uid = "";
    private String namespace = "";
    private String pod = "";
    private String workload = "";
    private String kind = "";
    private final Map<String, String> containers = new HashMap<>();

    PodFields(AgentNames names) {
      this.names = names;
    }

    void read(JsonCursor value) throws IOException {
      value.object(this::field);
      if (names.containers.size() > MOST || names.pods.size() > MOST) return;
      names.pods.put(uid, name(""));
      containers.forEach((id, container) -> names.containers.put(id, name(container)));
    }

    private ContainerName name(String container) {
      return new ContainerName(namespace, pod, container, workload, kind);
    }

    private void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "group_uid" -> uid = value.text();
        case "namespace" -> namespace = value.text();
        case "pod" -> pod = value.text();
        case "workload" -> workload = value.text();
        case "workload_kind" -> kind = value.text();
        case "containers" -> value.array(this::container);
        default -> {}
      }
    }

    private void container(JsonCursor value) throws IOException {
      String[] texts = {"", ""};
      long[] count = {-1};
      value.object(
          (field, part) -> {
            switch (field) {
              case "id" -> texts[0] = part.text();
              case "name" -> texts[1] = part.text();
              case "restarts" -> count[0] = part.longInteger(-1);
              default -> {}
            }
          });
      containers.put(texts[0], texts[1]);
      if (count[0] >= 0) names.restarts.put(texts[0], count[0]);
    }
  }

  @Override
  public ContainerName name(CgroupOwner.Container container) {
    ContainerName known = containers.get(container.id());
    if (known != null) return known;
    ContainerName own = unknown.name(container);
    ContainerName pod = pods.get(container.podUid());
    return pod == null ? own : pod.ofContainer(own.container());
  }

  @Override
  public OptionalLong restarts(String id) {
    Long count = restarts.get(id);
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
