package dev.plimsoll.agent.cli.pods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
  private static final Map<String, String> LABELS =
      Map.of("app", "web", "tier", "front", "app.kubernetes.io/name", "shop");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web | true",
        "app==web,tier=front | true",
        "app=web,tier=back | false",
        "app!=web | false",
        "none!=web | true",
        "app.kubernetes.io/name = shop | true",
        "app | true",
        "!app | false",
        "!none | true",
        "app in (web, api) | true",
        "app notin (web,api),tier | false",
        "tier,none notin (a) | true",
      })
  void takesWhatKubectlTakes(String selector, boolean taken) {
    assertEquals(taken, LabelSelector.parse(selector).orElseThrow().test(LABELS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "a=b=c", "a b", ",", "a in", "a in (b", "a=é"})
  void refusesWhatIsNone(String selector) {
    assertTrue(LabelSelector.parse(selector).isEmpty());
  }
}
