package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// For tests of what only root may do: on CI that has to work, elsewhere they are skipped.
final class Privileged {
  private Privileged() {}

  /// Goes on only where something is possible.
  ///
  /// @param otherwise what to do about it where it is not
  static void require(boolean possible, String otherwise) {
    if ("true".equals(System.getenv("CI"))) assertTrue(possible, otherwise);
    if (!possible) System.err.println("skipped: " + otherwise);
    assumeTrue(possible, otherwise);
  }
}
