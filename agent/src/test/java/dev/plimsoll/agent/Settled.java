package dev.plimsoll.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Waits for processes that have begun to stand still: what a program says before it waits for its
/// input comes a moment before it waits.
public final class Settled {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> COUNTERS = List.of("stat", "status", "io");

  private Settled() {}

  /// Returns once each sleeps or is stopped, is the program of that name, and two looks at its
  /// counters saw the same.
  ///
  /// @param name as `/proc/<pid>/comm` has it
  public static void await(String name, List<Process> processes)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> seen = List.of();
    while (true) {
      List<String> now = new ArrayList<>();
      for (Process process : processes) now.addAll(look(process));
      if (now.equals(seen) && still(name, now)) return;
      assertTrue(System.nanoTime() < end, "still at work: " + now);
      seen = now;
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static List<String> look(Process process) throws IOException {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    List<String> files = new ArrayList<>();
    for (String file : COUNTERS) {
      files.add(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1));
    }
    return files;
  }

  private static boolean still(String name, List<String> looks) {
    for (int at = 0; at < looks.size(); at += COUNTERS.size()) {
      String stat = looks.get(at);
      String state = stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
      if (!stat.contains(" (" + name + ") ") || !"ST".contains(state)) return false;
    }
    return true;
  }
}
