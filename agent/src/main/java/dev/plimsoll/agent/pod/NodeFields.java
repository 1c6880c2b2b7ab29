package dev.plimsoll.agent.pod;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plimsoll.agent.pod.PodStatus.Condition;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a `Node`, what an API server answers at `/api/v1/nodes/<name>`.
public final class NodeFields implements JsonCursor.Fields {
  private static final int MOST_PARTS = 256;

  private final IdentityFields identity = new IdentityFields(KeptAnnotations.none());
  private final List<ClusterNode.Taint> taints = new ArrayList<>(0);
  private final List<Condition> conditions = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private boolean unschedulable;
  private Amounts capacity = Amounts.NONE;
  private Amounts allocatable = Amounts.NONE;

  private NodeFields() {}

  /// @throws IOException where the stream fails, ends in the middle or holds something else
  public static ClusterNode read(InputStream in) throws IOException {
    try (JsonParser parser = JsonCursor.factory().createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new NotPodsException("no node");
      NodeFields fields = new NodeFields();
      new JsonCursor(parser).object(fields);
      if (!fields.text("kind").equals("Node")) throw new NotPodsException("no node");
      return fields.node();
    }
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "kind" -> keep(field, value);
      case "metadata" -> value.object(identity);
      case "spec" -> value.object(this::spec);
      case "status" -> value.object(this::status);
      default -> {}
    }
  }

  private void spec(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "unschedulable" -> unschedulable = value.isTrue();
      case "taints" -> value.array(this::taint);
      case "podCIDR", "providerID" -> keep(field, value);
      default -> {}
    }
  }

  private void taint(JsonCursor value) throws IOException {
    Map<String, String> parts = new HashMap<>();
    value.object((field, part) -> keep(field, part, parts));
    if (taints.size() >= MOST_PARTS) return;
    taints.add(
        new ClusterNode.Taint(
            parts.getOrDefault("key", ""),
            parts.getOrDefault("value", ""),
            parts.getOrDefault("effect", "")));
  }

  private void status(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "capacity" -> capacity = ResourceFields.amounts(value);
      case "allocatable" -> allocatable = ResourceFields.amounts(value);
      case "conditions" -> value.array(this::condition);
      case "addresses" -> value.array(this::address);
      case "nodeInfo" -> value.object(this::keep);
      default -> {}
    }
  }

  private void condition(JsonCursor value) throws IOException {
    Condition condition = StatusFields.condition(value);
    if (conditions.size() < MOST_PARTS) conditions.add(condition);
  }

  private void address(JsonCursor value) throws IOException {
    Map<String, String> parts = new HashMap<>();
    value.object((field, part) -> keep(field, part, parts));
    if (parts.getOrDefault("type", "").equals("InternalIP")) {
      texts.putIfAbsent("internalIP", parts.getOrDefault("address", ""));
    }
  }

  private void keep(String field, JsonCursor value) throws IOException {
    keep(field, value, texts);
  }

  private static void keep(String field, JsonCursor value, Map<String, String> texts)
      throws IOException {
    if (texts.size() < MOST_PARTS) texts.put(field, value.text());
  }

  private String text(String field) {
    return texts.getOrDefault(field, "");
  }

  private ClusterNode node() {
    PodIdentity who = identity.identity();
    return new ClusterNode(
        who.name(),
        who.created(),
        who.deletion(),
        who.labels(),
        unschedulable,
        taints,
        facts(),
        capacity,
        allocatable,
        conditions);
  }

  private ClusterNode.Facts facts() {
    return new ClusterNode.Facts(
        text("kernelVersion"),
        text("osImage"),
        text("containerRuntimeVersion"),
        text("kubeletVersion"),
        text("kubeProxyVersion"),
        text("providerID"),
        text("podCIDR"),
        text("systemUUID"),
        text("internalIP"));
  }
}
