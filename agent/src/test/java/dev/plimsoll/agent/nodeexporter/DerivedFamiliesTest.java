package dev.plimsoll.agent.nodeexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.metrics.Family;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DerivedFamiliesTest {
  private final List<String> made = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final DerivedFamilies families =
      new DerivedFamilies(
          (group, word) -> {
            made.add(group + '_' + word);
            return Optional.of(Family.untyped(group + '_' + word, "A word."))
                .filter(_ -> !word.equals("Unwanted"));
          });

  private void write(String group, Map<String, Long> numbers) {
    families.write(
        group, numbers, Labels.EMPTY, (family, _, value) -> shown.add(family.name() + ' ' + value));
  }

  @Test
  void askOnceForAWordOfAGroup() {
    write("Tcp", Map.of("InErrs", 1L));
    write("Udp", Map.of("InErrs", 2L));
    write("Tcp", Map.of("InErrs", 3L));
    write("Tcp", Map.of("Unwanted", 4L));
    write("Tcp", Map.of("Unwanted", 5L));
    assertEquals(List.of("Tcp_InErrs 1.0", "Udp_InErrs 2.0", "Tcp_InErrs 3.0"), shown);
    assertEquals(List.of("Tcp_InErrs", "Udp_InErrs", "Tcp_Unwanted"), made);
  }

  /// What is not kept is made anew, not left out.
  @Test
  void showWhatTheyDoNotKeep() {
    for (int round = 0; round < 2; round++) {
      for (long word = 0; word < 1100; word++) write("one", Map.of("w" + word, word));
      for (long group = 0; group < 100; group++) write("g" + group, Map.of("w", group));
    }
    assertEquals(2 * 1200, shown.size());
    assertEquals(shown.subList(0, 1200), shown.subList(1200, 2400));
    assertEquals(1200 + 1100 - 1024 + 100 - 63, made.size());
  }
}
