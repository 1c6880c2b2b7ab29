package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.oshi.Differences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What `ps` of this machine says, between two tables of ours.
@EnabledOnOs(OS.LINUX)
class PsOracleTest {
  private static final String COLUMNS =
      "pid=,ppid=,pgid=,sid=,tpgid=,pri=,ni=,nlwp=,vsz=,uid=,policy=,maj_flt=,blocked=,ignored=,caught=";

  private final Differences differences = new Differences();
  private final Set<Integer> compared = new HashSet<>();

  private static ProcessTable table() {
    Roots roots = new Roots("/proc", "/sys", "");
    try (ProcessReader reader = new ProcessReader(new KernelReader(), roots, Clock.systemUTC())) {
      return reader.read().present().orElseThrow();
    }
  }

  /// The columns of each process, by pid.
  private static Map<Integer, List<String>> ps() {
    try {
      return rows();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<Integer, List<String>> rows() throws IOException {
    Process ps = new ProcessBuilder("ps", "-eww", "-o", COLUMNS).start();
    Map<Integer, List<String>> rows = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(ps.getInputStream(), StandardCharsets.ISO_8859_1))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> row = List.of(line.strip().split(" +", -1));
        rows.put(Integer.valueOf(row.getFirst()), row);
      }
    }
    return rows;
  }

  @Test
  void everyColumnOfEveryProcess() throws IOException {
    try (ShellProcess one = new ShellProcess();
        ShellProcess two = new ShellProcess()) {
      assertEquals(List.of(), differences.lasting(this::compareTables));
      assertTrue(compared.containsAll(List.of(one.pid(), two.pid())), "compared " + compared);
    }
  }

  /// What ended in between, or began, or ran, is left out.
  private void compareTables() {
    ProcessTable before = table();
    Map<Integer, List<String>> rows = ps();
    ProcessTable after = table();
    for (ProcessEntry last : after.processes()) {
      Optional<ProcessEntry> first = before.find(last.pid());
      List<String> row = rows.get(last.pid());
      if (row == null || first.isEmpty() || !first.get().stat().equals(last.stat())) continue;
      Optional<List<String>> earlier = row(first.get());
      Optional<List<String>> later = row(last);
      if (earlier.isEmpty() || later.isEmpty()) continue;
      compared.add(last.pid());
      compare(earlier.get(), row, later.get());
    }
  }

  private void compare(List<String> before, List<String> ps, List<String> after) {
    for (int column = 0; column < ps.size(); column++) {
      boolean steady = before.get(column).equals(after.get(column));
      if (steady && !ps.get(column).equals(after.get(column))) {
        int pid = Integer.parseInt(ps.getFirst());
        differences.add(pid, COLUMNS.split(",", -1)[column], "ps " + ps + " ours " + after);
      }
    }
  }

  /// Priority as ps turns it round; real-time policies by number. Empty where it ended.
  private static Optional<List<String>> row(ProcessEntry entry) {
    return entry.seldom().status().present().map(status -> row(entry, status));
  }

  private static List<String> row(ProcessEntry entry, ProcStatus status) {
    ProcStat stat = entry.stat();
    return List.of(
        text(entry.pid()),
        text(stat.ppid()),
        text(stat.pgrp()),
        text(stat.session()),
        text(stat.ttyPgrp()),
        text(39 - stat.priority()),
        stat.policy() == 0 || stat.policy() == 3 ? text(stat.nice()) : "-",
        text(stat.threads()),
        text(stat.virtualBytes() / 1024),
        text(status.user().effective()),
        policy(stat.policy()),
        text(stat.majorFaults()),
        mask(status.signals().blocked()),
        mask(status.signals().ignored()),
        mask(status.signals().caught()));
  }

  private static String policy(int policy) {
    return List.of("TS", "FF", "RR", "B", "ISO", "IDL", "DLN").get(policy);
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  private static String mask(long signals) {
    return "%016x".formatted(signals);
  }
}
