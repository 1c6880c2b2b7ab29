package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.List;

/// What went wrong in one pass.
final class PassLog {
  private static final int MOST_FLAWS = 100;

  private final List<SourceFailure> flaws = new ArrayList<>();
  private int vanished;

  void begin() {
    flaws.clear();
    vanished = 0;
  }

  /// Notes beyond the first hundred are not kept.
  void flaw(SourceFailure failure) {
    if (flaws.size() < MOST_FLAWS) flaws.add(failure);
  }

  void vanished() {
    vanished++;
  }

  int vanishedProcesses() {
    return vanished;
  }

  List<SourceFailure> flaws() {
    return flaws;
  }
}
