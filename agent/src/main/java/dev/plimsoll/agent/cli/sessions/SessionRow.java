package dev.plimsoll.agent.cli.sessions;

import dev.plimsoll.agent.cli.agent.ToldList;
import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A session as the agent tells of it.
///
/// @param startTicks with the pid says which process it is
/// @param terminal device number; 0 without one
/// @param arguments empty until they are read of the process itself, and where they cannot be
public record SessionRow(
    String namespace,
    String pod,
    String container,
    int pid,
    long startTicks,
    String kind,
    String comm,
    OptionalLong user,
    int terminal,
    int processes,
    Optional<Instant> started,
    Optional<String> arguments) {
  /// Where the agent tells it.
  public static final String PATH = "/api/v1/sessions";

  /// @throws IOException where it is not that, or not all of it
  public static List<SessionRow> read(InputStream in) throws IOException {
    List<SessionRow> rows = new ArrayList<>();
    ToldList.read(in, "sessions", each -> rows.add(new Fields().read(each)));
    return rows;
  }

  SessionRow with(String words) {
    return new SessionRow(
        namespace,
        pod,
        container,
        pid,
        startTicks,
        kind,
        comm,
        user,
        terminal,
        processes,
        started,
        Optional.of(words));
  }

  /// Reads a session.
  private static final class Fields {
    private String namespace = "";
    private String pod = "";
    private String container = "";
    private String kind = "";
    private String comm = "";
    private int pid;
    private long startTicks;
    private OptionalLong user = OptionalLong.empty();
    private int terminal;
    private int processes;
    private Optional<Instant> started = Optional.empty();

    SessionRow read(JsonCursor value) throws IOException {
      value.object(this::field);
      return new SessionRow(
          namespace,
          pod,
          container,
          pid,
          startTicks,
          kind,
          comm,
          user,
          terminal,
          processes,
          started,
          Optional.empty());
    }

    private void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "namespace" -> namespace = value.text();
        case "pod" -> pod = value.text();
        case "container" -> container = value.text();
        case "kind" -> kind = value.text();
        case "comm" -> comm = value.text();
        case "pid" -> pid = value.integer(0);
        case "start_ticks" -> startTicks = value.longInteger(0);
        case "user" -> user = OptionalLong.of(value.longInteger(0));
        case "terminal" -> terminal = value.integer(0);
        case "processes" -> processes = value.integer(0);
        case "started" -> started = time(value.text());
        default -> {}
      }
    }

    private static Optional<Instant> time(String text) {
      try {
        return Optional.of(Instant.parse(text));
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }
  }
}
