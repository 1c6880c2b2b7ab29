package dev.plimsoll.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.agent.logging.LogFormat;
import dev.plimsoll.collectors.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChoicesTest {
  @TempDir private Path folder;

  @Test
  void flagsWinOverTheEnvironmentAndThatOverTheFile() throws Exception {
    Path file =
        write("interval: {fast: 2s, counters: 10s, process: 20s, slow: 2m}\nlog.format: json\n");
    Choices choices =
        Choices.of(
            Map.of("interval.fast", "4s"),
            Map.of("PLIMSOLL_INTERVAL_FAST", "3s", "PLIMSOLL_INTERVAL_PROCESS", "30s"),
            file);
    assertEquals(Duration.ofSeconds(4), choices.get(Settings.FAST));
    assertEquals(Duration.ofSeconds(10), choices.get(Settings.COUNTERS));
    assertEquals(Duration.ofSeconds(30), choices.get(Settings.PROCESS));
    assertEquals(Duration.ofMinutes(2), choices.get(Settings.SLOW));
    assertEquals(LogFormat.JSON, choices.get(Settings.LOG_FORMAT));
    assertEquals("/proc", choices.get(Settings.PROCFS));
  }

  @Test
  void switchesSourcesByKey() throws Exception {
    Path file = write("collector:\n  vmstat: false\n  stat: true\n");
    Choices choices = Choices.of(Map.of(), Map.of("PLIMSOLL_COLLECTOR_UPTIME", "False"), file);
    assertEquals(false, choices.get(Settings.collector(Source.VMSTAT)));
    assertEquals(true, choices.get(Settings.collector(Source.STAT)));
    assertEquals(false, choices.get(Settings.collector(Source.UPTIME)));
  }

  @Test
  void anEmptyFileSetsNothing() throws Exception {
    Choices choices = Choices.of(Map.of(), Map.of(), write("# nothing\n"));
    assertEquals(Duration.ofSeconds(1), choices.get(Settings.FAST));
  }

  static List<List<String>> wrongFiles() {
    return List.of(
        List.of("a: 1\n", " line 1: a: no such setting"),
        List.of("log:\n  level: info\n  color: red\n", " line 3: log.color: no such setting"),
        List.of("\ninterval.fast: soon\n", " line 2: interval.fast: \"soon\" is not a duration"),
        List.of("interval:\n  fast: [1s]\n", " line 2: interval.fast: neither a value nor a map"),
        List.of("interval:\n  fast:\n", " line 2: interval.fast: has no value"),
        List.of("interval.fast: 1s\ninterval: {fast: 2s}\n", " line 2: interval.fast: set already"),
        List.of("- interval\n", " line 1: the file: neither a value nor a map"),
        List.of("interval: {fast: 1s\n", " line 2: "),
        List.of("x: &a {y: *a}\n", " line 1: x.y.y"),
        List.of("collector.stat: !!java.net.URL [x]\n", " line 1: Global tag is not allowed"),
        List.of("log.level: \u0007\n", ": "));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void namesFileLineAndText(List<String> wrong) throws IOException {
    Path file = write(wrong.get(0));
    String message = complaint(Map.of(), file);
    String start = file + wrong.get(1);
    assertEquals(start, message.substring(0, Math.min(message.length(), start.length())));
    assertEquals(-1, message.indexOf('\n'), message);
  }

  @ParameterizedTest
  @CsvSource({
    "PLIMSOLL_INTERVAL_SLOW, 2h, PLIMSOLL_INTERVAL_SLOW: \"2h\" is more than 1h",
    "PLIMSOLL_LOG_LEVEL, loud, PLIMSOLL_LOG_LEVEL: \"loud\" is not one of debug|info|warn|error",
    "PLIMSOLL_COLLECTOR_STAT, maybe, PLIMSOLL_COLLECTOR_STAT: \"maybe\" is neither true nor false",
  })
  void namesTheVariable(String variable, String value, String message) {
    assertEquals(message, complaint(Map.of(variable, value), null));
  }

  @Test
  void namesVariablesThatAreNoSettings() {
    Map<String, String> environment =
        Map.of(
            "PLIMSOLL_INTERVAL_FAST", "1s",
            "PLIMSOLL_INTERVALL_FAST", "1s",
            "PLIMSOLL_JAVA_OPTS", "",
            "PLIMSOLL_SERVICE_HOST", "10.0.0.1",
            "PLIMSOLL_PORT_9753_TCP_ADDR", "10.0.0.1",
            "PATH", "/bin");
    assertEquals(
        List.of("PLIMSOLL_INTERVALL_FAST"),
        Choices.unknownVariables(environment, Set.of("PLIMSOLL_JAVA_OPTS")));
  }

  private static String complaint(Map<String, String> environment, @Nullable Path file) {
    return String.valueOf(
        assertThrows(WrongSettingException.class, () -> Choices.of(Map.of(), environment, file))
            .getMessage());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("plimsoll.yaml"), text);
  }
}
