package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.metrics.LabelText;
import dev.plimsoll.agent.pod.NamedContainer;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.web.ApiRequest;
import dev.plimsoll.agent.web.RefusedException;
import dev.plimsoll.agent.web.Resource;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// `/api/v1/pods`: the pods of this node, their containers and probes; and below it each one,
/// `/api/v1/pods/NAMESPACE/NAME`.
public final class PodsResource implements Resource {
  private static final int NAME_PARTS = 2;

  private final Supplier<Optional<Known>> known;

  /// @param known empty until the node has been read once
  public PodsResource(Supplier<Optional<Known>> known) {
    this.known = known;
  }

  @Override
  public String path() {
    return "/api/v1/pods";
  }

  @Override
  public String shows() {
    return "the pods of this node, their containers and probes; /NAMESPACE/NAME for one";
  }

  @Override
  public Body answer(ApiRequest request) throws RefusedException {
    Known now = known.get().orElseThrow(RefusedException::notYet);
    List<String> below = request.below();
    PodObject object = new PodObject(now);
    if (below.isEmpty()) return json -> write(now, object, json);
    if (below.size() != NAME_PARTS) {
      throw RefusedException.notThere(request.address().getRawPath());
    }
    Pod pod = find(now.view().table().current(), below.getFirst(), below.getLast());
    return json -> object.write(pod, json);
  }

  private static Pod find(Collection<Pod> pods, String namespace, String name)
      throws RefusedException {
    return pods.stream()
        .filter(pod -> pod.name().equals(name) && pod.namespace().equals(namespace))
        .findFirst()
        .orElseThrow(() -> RefusedException.notThere("pod " + namespace + '/' + name));
  }

  private static void write(Known now, PodObject object, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("source", now.report().source());
    fields.time("told", now.report().told());
    json.writeArrayFieldStart("pods");
    for (Pod pod : now.view().table().pods()) object.write(pod, json);
    json.writeEndArray();
    json.writeArrayFieldStart("names");
    for (NamedContainer name : now.view().table().names()) write(name, json);
    json.writeEndArray();
    json.writeArrayFieldStart("sandboxes");
    for (String id : now.sandboxes()) json.writeString(LabelText.of(id));
    json.writeEndArray();
    json.writeEndObject();
  }

  /// A container of which only its name is known.
  private static void write(NamedContainer name, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.text("namespace", name.namespace());
    fields.text("pod", name.podName());
    fields.text("group_uid", name.podUid());
    fields.text("container", name.container());
    fields.text("id", name.id());
    json.writeEndObject();
  }
}
