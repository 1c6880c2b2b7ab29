package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.pod.ProbeResults.Counts;
import dev.plimsoll.agent.pod.ProbeResults.History;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeResultsTest {
  private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(15);
  private static final ProbeResults.Key KEY = new ProbeResults.Key("u", "c", Probe.Type.LIVENESS);

  @Test
  void readsARealKubeletsCounts() throws IOException {
    try (InputStream in = Files.newInputStream(Captured.file("1.36/probes.txt"))) {
      ProbeText text = ProbeText.read(in);
      ProbeResults.Key key =
          new ProbeResults.Key("51e31b00-6bcc-444f-9dc5-d67a155d71a7", "c", Probe.Type.LIVENESS);
      assertEquals(new Counts(48, 24, 0), text.counts().get(key));
      assertEquals(1.7951559068e9, text.start());
    }
  }

  @Test
  void failuresInARowAreAStreakUntilASuccess() {
    ProbeResults results = ProbeResults.none().then(1, counts(5, 2), FIRST);
    assertEquals(new History(new Counts(5, 2, 0), 0, Optional.empty()), history(results));
    results = results.then(1, counts(5, 4), SECOND);
    assertEquals(2, history(results).streak());
    results = results.then(1, counts(5, 4), SECOND);
    assertEquals(2, history(results).streak());
    results = results.then(1, counts(6, 5), SECOND);
    assertEquals(new History(new Counts(6, 5, 0), 0, Optional.of(SECOND)), history(results));
  }

  @Test
  void whoNeverSucceededHasFailedAllAlong() {
    assertEquals(7, history(ProbeResults.none().then(1, counts(0, 7), FIRST)).streak());
  }

  /// Counts begin anew with the kubelet, a streak does not end with it.
  @Test
  void aKubeletThatWasRestartedBeginsAnew() {
    ProbeResults results = ProbeResults.none().then(1, counts(5, 2), FIRST);
    results = results.then(1, counts(5, 4), FIRST);
    results = results.then(2, counts(0, 4), SECOND);
    assertEquals(new History(new Counts(0, 4, 0), 6, Optional.empty()), history(results));
    results = results.then(2, counts(1, 4), SECOND);
    assertEquals(new History(new Counts(1, 4, 0), 0, Optional.of(SECOND)), history(results));
  }

  @Test
  void whatIsNoLongerToldOfIsForgotten() {
    ProbeResults results = ProbeResults.none().then(1, counts(5, 2), FIRST);
    assertEquals(Map.of(), results.then(1, Map.of(), SECOND).probes());
  }

  private static Map<ProbeResults.Key, Counts> counts(long successful, long failed) {
    return Map.of(KEY, new Counts(successful, failed, 0));
  }

  private static History history(ProbeResults results) {
    return Optional.ofNullable(results.probes().get(KEY)).orElseThrow();
  }
}
