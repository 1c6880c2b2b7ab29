package dev.plimsoll.agent.cli.why;

import dev.plimsoll.agent.cli.agent.ToldList;
import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// What the agent says of one pod.
///
/// @param severity `critical`, `warning`, `notice` or `none`
/// @param findings the worst first
/// @param unread what it does not know
public record ToldPod(
    String namespace,
    String name,
    String phase,
    String severity,
    List<ToldFinding> findings,
    List<String> unread) {
  /// Where the agent tells it.
  public static final String PATH = "/api/v1/why";

  public ToldPod {
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
  }

  public boolean isWell() {
    return findings.isEmpty();
  }

  /// `NAMESPACE/NAME`, or the name where it has no namespace.
  public String title() {
    return namespace.isEmpty() ? name : namespace + '/' + name;
  }

  /// Reads them all, in the agent's order.
  ///
  /// @throws IOException where it is not that, or not all of it
  public static List<ToldPod> read(InputStream in) throws IOException {
    List<ToldPod> pods = new ArrayList<>();
    ToldList.read(in, "pods", pod -> pods.add(new Fields().read(pod)));
    return pods;
  }

  /// Reads a pod.
  private static final class Fields {
    private final List<ToldFinding> findings = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private String namespace = "";
    private String name = "";
    private String phase = "";
    private String severity = "";

    ToldPod read(JsonCursor value) throws IOException {
      value.object(this::field);
      return new ToldPod(namespace, name, phase, severity, findings, unread);
    }

    private void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "namespace" -> namespace = value.text();
        case "pod" -> name = value.text();
        case "phase" -> phase = value.text();
        case "severity" -> severity = value.text();
        case "findings" -> value.array(each -> findings.add(ToldFinding.read(each)));
        case "unread" -> value.array(each -> unread.add(each.text()));
        default -> {}
      }
    }
  }
}
