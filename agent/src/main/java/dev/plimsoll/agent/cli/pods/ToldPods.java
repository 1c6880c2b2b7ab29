package dev.plimsoll.agent.cli.pods;

import dev.plimsoll.agent.cli.agent.ToldList;
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
    ToldList.read(in, "pods", pod -> pods.add(ToldPod.read(pod)));
    return pods;
  }
}
