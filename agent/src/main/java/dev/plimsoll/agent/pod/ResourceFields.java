package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Reads `resources` and lists of amounts.
final class ResourceFields {
  private static final int MOST_RESOURCES = 64;

  private ResourceFields() {}

  static Resources resources(JsonCursor value) throws IOException {
    Amounts[] amounts = {Amounts.NONE, Amounts.NONE};
    value.object(
        (field, part) -> {
          switch (field) {
            case "requests" -> amounts[0] = amounts(part);
            case "limits" -> amounts[1] = amounts(part);
            default -> {}
          }
        });
    return new Resources(amounts[0], amounts[1]);
  }

  static Amounts amounts(JsonCursor value) throws IOException {
    Map<String, Double> amounts = new HashMap<>();
    value.object(
        (name, amount) -> {
          if (amounts.size() >= MOST_RESOURCES) return;
          Quantity.parse(amount.text()).ifPresent(parsed -> amounts.put(name, parsed));
        });
    return amounts.isEmpty() ? Amounts.NONE : new Amounts(amounts);
  }
}
