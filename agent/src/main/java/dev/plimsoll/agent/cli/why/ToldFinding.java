package dev.plimsoll.agent.cli.why;

import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Something that is wrong with a pod, as the agent says it.
///
/// @param evidence `limit 64 MiB`, each
public record ToldFinding(String severity, String sentence, List<String> evidence) {
  public ToldFinding {
    evidence = List.copyOf(evidence);
  }

  static ToldFinding read(JsonCursor value) throws IOException {
    String[] texts = {"", ""};
    List<String> evidence = new ArrayList<>();
    value.object(
        (field, part) -> {
          switch (field) {
            case "severity" -> texts[0] = part.text();
            case "sentence" -> texts[1] = part.text();
            case "evidence" -> part.array(each -> evidence.add(ToldEvidence.read(each).text()));
            default -> {}
          }
        });
    return new ToldFinding(texts[0], texts[1], evidence);
  }
}
