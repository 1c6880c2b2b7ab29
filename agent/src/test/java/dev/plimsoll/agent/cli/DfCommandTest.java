package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.BesideRealTool.Answer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plimsoll df` beside this machine's `df`.
class DfCommandTest {
  private final BesideRealTool tool = new BesideRealTool("df");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-B1",
        "",
        "-k",
        "-T",
        "-B1M -T",
        "-BM",
        "-BKB",
        "-B 3000",
        "-i",
        "-iT",
        "-a -B1",
        "-aT",
        "-x tmpfs -x devtmpfs -B1",
        "-t tmpfs -B1",
        "-l -B1",
        "-B1 /",
        "-B1 /proc /dev/shm / /",
        "--block-size=1K --print-type --local",
        "-P",
        "-P -B1M",
        "-kP /dev/shm /dev",
        "-m",
        "--total -T",
        "--total -i /dev",
        "-a --total",
        "--output /dev",
        "--output=source,size,pcent,target -h /dev",
        "--output=file,target /etc/passwd",
        "--output=fstype,itotal,iused,iavail,ipcent,used,avail /dev /proc",
        "--total --output=target,size /dev",
        "--output=pcent --total",
        "-P -i",
        "-Pa",
        "-H -k",
        "-- /dev",
      })
  void theSameAsDf(String options) throws Exception {
    List<String> arguments = options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
    BesideRealTool.Both both = tool.both(arguments);
    Answer real = both.real();
    Answer ours = both.ours();
    assertEquals(real.status(), ours.status(), ours.err().toString());
    assertEquals(real.out().size(), ours.out().size(), ours.out().toString());
    assertEquals(words(real.out().getFirst()), words(ours.out().getFirst()));
    for (int line = 1; line < real.out().size(); line++) {
      assertAlike(words(real.out().get(line)), words(ours.out().get(line)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "-H", "-hi", "-hT", "-Hi -t tmpfs", "-hP", "-h --total", "-m -h"})
  void columnsForPeopleStandWhereThoseOfDfDo(String options) throws Exception {
    List<String> arguments = List.of(options.split(" ", -1));
    BesideRealTool.Both both = tool.both(arguments);
    List<String> real = both.real().out();
    List<String> ours = both.ours().out();
    assertEquals(real.getFirst(), ours.getFirst());
    assertEquals(
        real.stream().filter(DfCommandTest::isStill).toList(),
        ours.stream().filter(DfCommandTest::isStill).toList());
  }

  @Test
  void whatIsNotThere() throws Exception {
    for (String options : List.of("/nowhere", "/nowhere /", "-t nonesuch", "/etc/passwd/x")) {
      List<String> arguments = List.of(options.split(" ", -1));
      assertEquals(tool.real(arguments).status(), tool.ours(arguments).status(), options);
    }
    assertEquals(
        List.of("df: /nowhere: No such file or directory"), tool.ours(List.of("/nowhere")).err());
  }

  @Test
  void wrongOptionsAreNamed() {
    assertEquals(
        new Answer(2, List.of(), List.of("plimsoll df: -B: '1Q' is not a size")),
        tool.ours(List.of("-B", "1Q")));
    assertEquals(
        new Answer(2, List.of(), List.of("plimsoll df: --output: no field 'x'")),
        tool.ours(List.of("--output=size,x")));
    assertEquals(
        new Answer(2, List.of(), List.of("plimsoll df: --output says what -P, -i and -T say")),
        tool.ours(List.of("--output", "-P")));
    assertEquals(
        new Answer(2, List.of(), List.of("plimsoll df: type a is both wanted and not wanted")),
        tool.ours(List.of("-t", "a", "-x", "a")));
  }

  @Test
  void jsonIsBytes() throws Exception {
    String line =
        tool.ours(List.of("-o", "json", "/")).out().stream()
            .filter(row -> row.contains("\"mounted_on\":\"/\""))
            .findFirst()
            .orElseThrow();
    String size = words(tool.real(List.of("-B1", "/")).out().get(1)).get(1);
    assertTrue(line.contains("\"size_bytes\":" + size + ','), line);
    assertTrue(line.contains("\"pod_uid\":null"), line);
  }

  /// Free room changes while other programs run: 1 %, and a step of a ratio.
  private static void assertAlike(List<String> real, List<String> ours) {
    assertEquals(real.size(), ours.size(), ours.toString());
    for (int word = 0; word < real.size(); word++) {
      long expected = number(real.get(word));
      long actual = number(ours.get(word));
      long room = Math.max(expected / 100, 1);
      boolean same = real.get(word).equals(ours.get(word));
      boolean near = expected >= 0 && actual >= 0 && Math.abs(expected - actual) <= room;
      assertTrue(same || near, real + " is not " + ours);
    }
  }

  private static long number(String word) {
    String digits = word.replaceFirst("^([0-9]+)([kKMG]B?|%)?$", "$1");
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
  }

  /// Of mounts that nobody writes to, every character can be compared.
  private static boolean isStill(String line) {
    return line.contains(" 0% ");
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split(" +", -1));
  }
}
