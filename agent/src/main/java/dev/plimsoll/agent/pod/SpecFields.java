package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.PodContainer.Kind;
import dev.plimsoll.agent.pod.PodSpec.Volume;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a pod's `spec`.
final class SpecFields implements JsonCursor.Fields {
  private final List<ContainerFields> initial = new ArrayList<>(0);
  private final List<ContainerFields> main = new ArrayList<>(1);
  private final List<ContainerFields> ephemeral = new ArrayList<>(0);
  private final List<Volume> volumes = new ArrayList<>(0);
  private String node = "";
  private String serviceAccount = "";
  private String priorityClass = "";
  private String restartPolicy = "";
  private boolean hostNetwork;
  private boolean hostPid;
  private Optional<Long> grace = Optional.empty();
  private Amounts overhead = Amounts.NONE;
  private Resources resources = Resources.NONE;

  @Override
  public void field(String name, JsonCursor value) throws IOException {
    switch (name) {
      case "initContainers" -> value.array(each -> initial.add(container(each, Kind.INIT)));
      case "containers" -> value.array(each -> main.add(container(each, Kind.MAIN)));
      case "ephemeralContainers" ->
          value.array(each -> ephemeral.add(container(each, Kind.EPHEMERAL)));
      case "volumes" -> value.array(each -> volumes.add(VolumeFields.read(each)));
      case "nodeName" -> node = value.text();
      case "serviceAccountName" -> serviceAccount = value.text();
      case "priorityClassName" -> priorityClass = value.text();
      case "restartPolicy" -> restartPolicy = value.text();
      case "hostNetwork" -> hostNetwork = value.isTrue();
      case "hostPID" -> hostPid = value.isTrue();
      case "terminationGracePeriodSeconds" -> grace = Optional.of(value.longInteger(0));
      case "overhead" -> overhead = ResourceFields.amounts(value);
      case "resources" -> resources = ResourceFields.resources(value);
      default -> {}
    }
  }

  private static ContainerFields container(JsonCursor value, Kind kind) throws IOException {
    ContainerFields container = new ContainerFields(kind);
    value.object(container);
    return container;
  }

  List<ContainerFields> containers() {
    List<ContainerFields> all = new ArrayList<>(initial);
    all.addAll(main);
    all.addAll(ephemeral);
    return all;
  }

  PodSpec spec() {
    return new PodSpec(
        node,
        serviceAccount,
        priorityClass,
        restartPolicy,
        hostNetwork,
        hostPid,
        grace,
        overhead,
        resources,
        volumes);
  }
}
