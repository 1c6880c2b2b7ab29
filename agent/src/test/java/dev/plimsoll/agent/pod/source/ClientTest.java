package dev.plimsoll.agent.pod.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void aReaderThatStumblesIsAFailureLikeAnyOther() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "right", "ip:127.0.0.1");
    try (FaultyServer server = new FaultyServer(folder, certificate, "many")) {
      Client client = new Client(server.server());
      Client.Reader<Integer> reader =
          body -> Integer.parseInt(new String(body.readAllBytes(), US_ASCII));
      PodSourceException failure =
          assertThrows(
              PodSourceException.class, () -> client.get("/", MINUTE, MINUTE, 100, reader));
      assertEquals(Trouble.MALFORMED, failure.trouble());
    }
  }
}
