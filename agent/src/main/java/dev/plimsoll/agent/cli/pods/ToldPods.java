package dev.plimsoll.agent.cli.pods;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// What the agent tells of pods: `/api/v1/pods`.
public final class ToldPods {
  public static final String PATH = "/api/v1/pods";

  private ToldPods() {}

  /// @throws IOException where it is not that, or not all of it
  public static List<ToldPod> read(InputStream in) throws IOException {
    List<ToldPod> pods = new ArrayList<>();
    boolean[] told = {false};
    try (JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      new JsonCursor(parser)
          .object(
              (field, value) -> {
                if (!field.equals("pods")) return;
                told[0] = true;
                value.array(pod -> pods.add(ToldPod.read(pod)));
              });
    }
    if (!told[0]) throw new IOException("it does not tell of pods");
    return pods;
  }
}
