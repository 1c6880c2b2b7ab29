package dev.plimsoll.agent.pod.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private static final long LATER = Long.MAX_VALUE / 4;

  @Test
  void takesAsMuchAsItMay() throws IOException {
    try (BoundedBody body = body(100, 100, System.nanoTime() + LATER)) {
      assertEquals(100, body.readAllBytes().length);
      assertEquals(100, body.count());
      assertEquals(-1, body.read());
    }
  }

  @Test
  void refusesMore() throws IOException {
    try (InputStream body = body(101, 100, System.nanoTime() + LATER)) {
      PodSourceException refused = assertThrows(PodSourceException.class, body::readAllBytes);
      assertEquals(Trouble.TOO_LARGE, refused.trouble());
    }
  }

  @Test
  void refusesWhatComesTooLate() throws IOException {
    try (InputStream body = body(1, 100, System.nanoTime() - 1)) {
      PodSourceException refused = assertThrows(PodSourceException.class, body::read);
      assertEquals(Trouble.TIMEOUT, refused.trouble());
    }
  }

  private static BoundedBody body(int length, long most, long deadline) {
    return new BoundedBody(new ByteArrayInputStream(new byte[length]), most, deadline);
  }
}
