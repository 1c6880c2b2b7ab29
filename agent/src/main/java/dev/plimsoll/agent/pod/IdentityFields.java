package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.PodIdentity.Owner;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a pod's `metadata`.
final class IdentityFields implements JsonCursor.Fields {
  private static final String CONFIG_SOURCE = "kubernetes.io/config.source";
  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final int MOST_LABELS = 256;

  private final KeptAnnotations kept;
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> annotations = new HashMap<>();
  private final List<Owner> owners = new ArrayList<>(1);
  private String resourceVersion = "";
  private String uid = "";
  private String namespace = "";
  private String name = "";
  private String configSource = "";
  private String mirrored = "";
  private Optional<Instant> created = Optional.empty();
  private Optional<Instant> deletion = Optional.empty();
  private Optional<Long> deletionGrace = Optional.empty();

  IdentityFields(KeptAnnotations kept) {
    this.kept = kept;
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "resourceVersion" -> resourceVersion = value.text();
      case "uid" -> uid = value.text();
      case "namespace" -> namespace = value.text();
      case "name" -> name = value.text();
      case "labels" -> value.object((key, label) -> put(labels, key, label));
      case "annotations" -> value.object(this::annotation);
      case "ownerReferences" -> value.array(owner -> owners.add(owner(owner)));
      case "creationTimestamp" -> created = PodTime.parse(value.text());
      case "deletionTimestamp" -> deletion = PodTime.parse(value.text());
      case "deletionGracePeriodSeconds" -> deletionGrace = Optional.of(value.longInteger(0));
      default -> {}
    }
  }

  private void annotation(String key, JsonCursor value) throws IOException {
    switch (key) {
      case CONFIG_SOURCE -> configSource = value.text();
      case MIRROR -> mirrored = value.text();
      default -> {
        if (kept.keeps(key)) put(annotations, key, value);
      }
    }
  }

  private static void put(Map<String, String> map, String key, JsonCursor value)
      throws IOException {
    if (map.size() < MOST_LABELS) map.put(key, value.text());
  }

  private static Owner owner(JsonCursor value) throws IOException {
    String[] names = {"", ""};
    boolean[] controls = {false};
    value.object(
        (field, part) -> {
          switch (field) {
            case "kind" -> names[0] = part.text();
            case "name" -> names[1] = part.text();
            case "controller" -> controls[0] = part.isTrue();
            default -> {}
          }
        });
    return new Owner(names[0], names[1], controls[0]);
  }

  String resourceVersion() {
    return resourceVersion;
  }

  PodIdentity identity() {
    return new PodIdentity(
        uid,
        mirrored.isEmpty() ? uid : mirrored,
        namespace,
        name,
        !mirrored.isEmpty() || configSource.equals("file") || configSource.equals("http"),
        labels,
        annotations,
        created,
        deletion,
        deletionGrace,
        owners);
  }
}
