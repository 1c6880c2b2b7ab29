package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.ContainerStatus.Running;
import dev.plimsoll.agent.pod.ContainerStatus.State;
import dev.plimsoll.agent.pod.ContainerStatus.Terminated;
import dev.plimsoll.agent.pod.ContainerStatus.Waiting;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Reads a container's status.
public final class ContainerStatusFields implements JsonCursor.Fields {
  /// A status and whose it is.
  ///
  /// @param stopSignal the signal that ends it; empty before 1.33
  public record Told(String name, ContainerStatus status, String stopSignal) {}

  private static final String SCHEME_END = "://";

  private String name = "";
  private String id = "";
  private String image = "";
  private String imageId = "";
  private String stopSignal = "";
  private boolean ready;
  private boolean started;
  private long restarts;
  private State state = new Waiting("");
  private Optional<Terminated> last = Optional.empty();

  /// Reads the status at hand.
  public static Told read(JsonCursor value) throws IOException {
    ContainerStatusFields fields = new ContainerStatusFields();
    value.object(fields);
    return new Told(fields.name, fields.status(), fields.stopSignal);
  }

  private ContainerStatus status() {
    int scheme = id.indexOf(SCHEME_END);
    return new ContainerStatus(
        scheme < 0 ? id : id.substring(scheme + SCHEME_END.length()),
        scheme < 0 ? "" : id.substring(0, scheme),
        image,
        imageId,
        ready,
        started,
        restarts,
        state,
        last);
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "name" -> name = value.text();
      case "containerID" -> id = value.text();
      case "image" -> image = value.text();
      case "imageID" -> imageId = value.text();
      case "stopSignal" -> stopSignal = value.text();
      case "ready" -> ready = value.isTrue();
      case "started" -> started = value.isTrue();
      case "restartCount" -> restarts = value.longInteger(0);
      case "state" -> state = state(value).orElse(state);
      case "lastState" -> last = state(value).flatMap(ContainerStatusFields::end);
      default -> {}
    }
  }

  private static Optional<Terminated> end(State state) {
    return state instanceof Terminated end ? Optional.of(end) : Optional.empty();
  }

  private static Optional<State> state(JsonCursor value) throws IOException {
    State[] state = new State[1];
    value.object(
        (kind, part) -> {
          switch (kind) {
            case "waiting" -> state[0] = Times.read(part).waiting();
            case "running" -> state[0] = Times.read(part).running();
            case "terminated" -> state[0] = Times.read(part).terminated();
            default -> {}
          }
        });
    return Optional.ofNullable(state[0]);
  }

  /// What the three states are told with.
  private static final class Times implements JsonCursor.Fields {
    private int exitCode;
    private String reason = "";
    private Optional<Instant> startedAt = Optional.empty();
    private Optional<Instant> finishedAt = Optional.empty();

    static Times read(JsonCursor value) throws IOException {
      Times times = new Times();
      value.object(times);
      return times;
    }

    @Override
    public void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "exitCode" -> exitCode = value.integer(0);
        case "reason" -> reason = value.text();
        case "startedAt" -> startedAt = PodTime.parse(value.text());
        case "finishedAt" -> finishedAt = PodTime.parse(value.text());
        default -> {}
      }
    }

    State waiting() {
      return new Waiting(reason);
    }

    State running() {
      return new Running(startedAt);
    }

    State terminated() {
      return new Terminated(exitCode, reason, startedAt, finishedAt);
    }
  }
}
