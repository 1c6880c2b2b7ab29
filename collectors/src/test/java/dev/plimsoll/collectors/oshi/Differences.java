package dev.plimsoll.collectors.oshi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What two readers say differently of the processes of a machine that lives on meanwhile: only a
/// field that differs each time it is compared counts.
public final class Differences {
  private static final int ROUNDS = 20;

  private final Map<String, String> found = new HashMap<>();

  /// In this round.
  public void add(int pid, String field, String text) {
    found.put(pid + " " + field, text);
  }

  /// Those that every one of some rounds finds; one round is enough where nothing differs.
  public List<String> lasting(Runnable round) {
    found.clear();
    round.run();
    Map<String, String> lasting = new HashMap<>(found);
    for (int more = 1; more < ROUNDS && !lasting.isEmpty(); more++) {
      found.clear();
      round.run();
      lasting.keySet().retainAll(found.keySet());
    }
    return new ArrayList<>(lasting.values());
  }
}
