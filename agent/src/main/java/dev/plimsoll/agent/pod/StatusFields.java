package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ContainerStatusFields.Told;
import dev.plimsoll.agent.pod.PodStatus.Condition;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a pod's `status`.
final class StatusFields implements JsonCursor.Fields {
  private final List<Condition> conditions = new ArrayList<>(5);
  private final List<Told> containers = new ArrayList<>(2);
  private String phase = "";
  private String reason = "";
  private String qosClass = "";
  private String hostIp = "";
  private String podIp = "";
  private Optional<Instant> started = Optional.empty();

  @Override
  public void field(String name, JsonCursor value) throws IOException {
    switch (name) {
      case "phase" -> phase = value.text();
      case "reason" -> reason = value.text();
      case "qosClass" -> qosClass = value.text();
      case "hostIP" -> hostIp = value.text();
      case "podIP" -> podIp = value.text();
      case "startTime" -> started = PodTime.parse(value.text());
      case "conditions" -> value.array(each -> conditions.add(condition(each)));
      case "initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses" ->
          value.array(each -> containers.add(ContainerStatusFields.read(each)));
      default -> {}
    }
  }

  static Condition condition(JsonCursor value) throws IOException {
    String[] texts = {"", "", "", ""};
    value.object(
        (field, part) -> {
          switch (field) {
            case "type" -> texts[0] = part.text();
            case "status" -> texts[1] = part.text();
            case "reason" -> texts[2] = part.text();
            case "lastTransitionTime" -> texts[3] = part.text();
            default -> {}
          }
        });
    return new Condition(texts[0], texts[1], texts[2], PodTime.parse(texts[3]));
  }

  List<Told> containers() {
    return containers;
  }

  PodStatus status() {
    return new PodStatus(phase, reason, qosClass, hostIp, podIp, started, conditions);
  }
}
