package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `plimsoll containers` on a captured node.
class ContainersCommandTest {
  private static final String NODE = "../collectors/src/test/resources/fixtures/v2";
  private static final String WITH_LIMIT = "11111111-1111-4111-8111-111111111111";

  private record Answer(int status, List<String> out, String err) {}

  private static Answer run(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "containers",
                "--path.procfs=" + NODE + "/proc",
                "--path.sysfs=" + NODE + "/sys",
                "--path.rootfs=" + NODE + "/root"));
    if (!String.join(" ", options).contains("--delay")) arguments.add("--delay=0.1");
    arguments.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        PlimsollCommand.run(
            arguments.toArray(String[]::new),
            Map.of("COLUMNS", "80"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Answer(
        status,
        out.toString(StandardCharsets.UTF_8).lines().toList(),
        err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void listsContainersWithin80Columns() {
    Answer answer = run();
    assertEquals(0, answer.status(), answer.err());
    assertTrue(answer.out().getFirst().startsWith("POD  "), answer.out().getFirst());
    assertTrue(answer.out().size() > 4, answer.out().toString());
    assertTrue(answer.out().stream().allMatch(line -> line.length() <= 80));
  }

  @Test
  void showsOnlyWhatIsAskedFor() {
    long all = run().out().size();
    List<String> lines = run("--pod=" + WITH_LIMIT, "-o", "wide").out();
    assertTrue(lines.size() > 1 && lines.size() < all, lines.toString());
    assertTrue(lines.stream().skip(1).allMatch(line -> line.contains(WITH_LIMIT)));
    assertEquals(2, run("-n", "1").out().size());
    assertEquals(1, run("nowhere").out().size());
  }

  @Test
  void jsonIsInBaseUnits() {
    List<String> rows = run("-o", "json", "--pod=" + WITH_LIMIT).out();
    assertTrue(rows.get(1).contains("\"memory_working_set_bytes\":"), rows.get(1));
    assertTrue(rows.get(1).contains("\"cgroup\":\"/"), rows.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "--delay=0, '--delay: must be from 0.1 to 3600 seconds, not 0.0'",
    "--lines=0, '--lines: must be 1 or more, not 0'",
    "--sort=size, expected one of",
  })
  void wrongValuesAreNamed(String option, String complaint) {
    Answer answer = run(option);
    assertEquals(2, answer.status());
    assertTrue(answer.err().contains(complaint), answer.err());
  }
}
