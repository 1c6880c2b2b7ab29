package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.dashboards.PromQl.Selector;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PromQlTest {
  @Test
  void selectorsAreNamesThatAreNotCalled() {
    PromQl expression =
        PromQl.parse(
            "1 - sum by (mode) (rate(a_total{cpu!=\"0\", mode=~\"x{y}|z\"}[5m])) / b > 1.5e3");
    assertEquals(
        List.of(new Selector("a_total", Set.of("cpu", "mode")), new Selector("b", Set.of())),
        expression.selectors());
    assertEquals(Set.of("mode"), expression.groupings());
  }

  @Test
  void wordsOfTheLanguageAreNoSelectors() {
    PromQl expression =
        PromQl.parse(
            "a offset 5m and on (x) group_left (y) b unless ignoring(z) max without (w) (c)");
    assertEquals(
        List.of("a", "b", "c"), expression.selectors().stream().map(Selector::metric).toList());
    assertEquals(Set.of("w", "x", "y", "z"), expression.groupings());
  }

  @Test
  void stringsMayHoldAnything() {
    PromQl expression = PromQl.parse("label_replace(a, \"to\", 'b{c=\"d\"}', `e\\`, \"f\\\"g\")");
    assertEquals(List.of(new Selector("a", Set.of())), expression.selectors());
  }

  @Test
  void aSelectorNeedsItsName() {
    assertThrows(IllegalArgumentException.class, () -> PromQl.parse("sum({job=\"x\"})"));
  }
}
