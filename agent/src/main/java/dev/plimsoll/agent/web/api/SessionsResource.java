package dev.plimsoll.agent.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plimsoll.agent.insight.ContainerInsight;
import dev.plimsoll.agent.insight.Insights;
import dev.plimsoll.agent.insight.Session;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.agent.join.PodIndex;
import dev.plimsoll.agent.web.ApiRequest;
import dev.plimsoll.agent.web.RefusedException;
import dev.plimsoll.agent.web.Resource;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// `/api/v1/sessions`: who is in containers from outside, and what was left there. Without
/// arguments.
public final class SessionsResource implements Resource {
  private final Supplier<Insights> insights;
  private final Supplier<PodIndex> pods;

  /// @param pods names containers
  public SessionsResource(Supplier<Insights> insights, Supplier<PodIndex> pods) {
    this.insights = insights;
    this.pods = pods;
  }

  @Override
  public String path() {
    return "/api/v1/sessions";
  }

  @Override
  public String shows() {
    return "processes brought into containers from outside, and what such ones left behind";
  }

  @Override
  public Body answer(ApiRequest request) throws RefusedException {
    if (!request.below().isEmpty()) throw RefusedException.notThere(request.address().getRawPath());
    Insights now = insights.get();
    if (now.equals(Insights.none())) throw RefusedException.notYet();
    PodIndex names = pods.get();
    return json -> write(now, names, json);
  }

  private static void write(Insights now, PodIndex names, JsonGenerator json) throws IOException {
    json.writeStartObject();
    Fields fields = new Fields(json);
    fields.time("at", Optional.of(now.at()));
    json.writeArrayFieldStart("sessions");
    for (ContainerInsight container : now.containers().values()) {
      Optional<ContainerName> name = names.find(container.owner());
      for (Session session : container.sessions()) {
        if (name.isPresent()) write(session, name.get(), now, fields);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Session session, ContainerName name, Insights insights, Fields fields)
      throws IOException {
    fields.json().writeStartObject();
    fields.text("namespace", name.namespace());
    fields.text("pod", name.pod());
    fields.text("container", name.container());
    fields.number("pid", session.id().pid());
    fields.number("start_ticks", session.id().startTicks());
    fields.text("kind", session.kind().name().toLowerCase(Locale.ROOT));
    fields.text("comm", session.comm());
    fields.number("user", session.user());
    fields.number("terminal", session.terminal());
    fields.number("processes", session.processes());
    fields.time("started", insights.start(session.id()));
    fields.json().writeEndObject();
  }
}
