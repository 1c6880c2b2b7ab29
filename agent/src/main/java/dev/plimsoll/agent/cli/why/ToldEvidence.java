package dev.plimsoll.agent.cli.why;

import dev.plimsoll.agent.cli.mount.HumanSize;
import dev.plimsoll.agent.cli.table.Figures;
import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.util.OptionalDouble;

/// A piece of evidence: a number with its unit, or a word.
///
/// @param number empty for a word
record ToldEvidence(String name, OptionalDouble number, String word, String unit) {

  static ToldEvidence read(JsonCursor value) throws IOException {
    String[] texts = {"", "", ""};
    OptionalDouble[] number = {OptionalDouble.empty()};
    value.object(
        (field, part) -> {
          switch (field) {
            case "name" -> texts[0] = part.text();
            case "unit" -> texts[2] = part.text();
            case "value" -> {
              number[0] = part.fraction();
              texts[1] = part.text();
            }
            default -> {}
          }
        });
    return new ToldEvidence(texts[0], number[0], texts[1], texts[2]);
  }

  /// `working_set 61M`
  String text() {
    return name + ' ' + (number.isPresent() ? text(number.getAsDouble()) : word);
  }

  private String text(double value) {
    return switch (unit) {
      case "bytes" -> HumanSize.of(Math.round(value), 1024);
      case "seconds" -> Figures.age(Math.round(value));
      case "ratio" -> Math.round(value * 100) + "%";
      default -> Long.toString(Math.round(value));
    };
  }
}
