package dev.plimsoll.agent.cli.pmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.RealProgram;
import dev.plimsoll.agent.cli.pmap.PmapTable.Detail;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The mappings of a process that stands still, as procps' pmap shows them.
class PmapProgramTest {
  private static final Roots ROOTS = new Roots("/proc", "/sys", "/");
  private Process still;

  @BeforeEach
  void start() throws IOException {
    still = new ProcessBuilder("sh", "-c", "echo ready; kill -STOP $$").start();
    assertEquals('r', still.getInputStream().read());
    Path stat = Path.of("/proc/" + pid() + "/stat");
    while (!Files.readString(stat).contains(") T ")) Thread.onSpinWait();
  }

  @AfterEach
  void end() {
    still.destroyForcibly();
  }

  private String pid() {
    return Long.toString(still.pid());
  }

  private String ours(Detail detail, boolean fullPath) throws IOException {
    StringWriter out = new StringWriter();
    new PmapProgram(ROOTS, detail, fullPath)
        .print((int) still.pid(), OptionalInt.empty(), new PrintWriter(out));
    return out.toString();
  }

  /// What the kernel gives a name is nameless to procps, but for the stack.
  private static String plain(String output) {
    return output
        .replaceAll("\\[ (heap|v\\w+) ]", "[ anon ]")
        .replaceAll(" +", " ")
        .replaceAll("(?m) $", "")
        .replaceAll("(?m)^-+( -+)+\n", "");
  }

  @Test
  void showsTheSameAsProcps() throws IOException {
    RealProgram.require("pmap", "procps");
    assertEquals(plain(RealProgram.run(Map.of(), "pmap", pid())), plain(ours(Detail.BRIEF, false)));
    assertEquals(
        plain(RealProgram.run(Map.of(), "pmap", "-p", pid())), plain(ours(Detail.BRIEF, true)));
  }

  @Test
  void showsTheSameUsageAsProcps() throws IOException {
    RealProgram.require("pmap", "procps");
    String withoutPss =
        ours(Detail.USAGE, false)
            .replaceAll("(?m)^((?:[0-9a-f]{16}|total kB) +[0-9]+ +[0-9]+) +[0-9]+", "$1")
            .replace(" PSS", "");
    assertEquals(plain(RealProgram.run(Map.of(), "pmap", "-x", pid())), plain(withoutPss));
  }

  @Test
  void showsEachFileOnce() throws IOException {
    String files = ours(Detail.FILES, true);
    assertEquals(1, files.lines().filter(line -> line.endsWith("/libc.so.6")).count(), files);
    assertTrue(files.stripTrailing().endsWith("total"), files);
  }

  @Test
  void jsonIsInBytes() throws IOException {
    StringWriter out = new StringWriter();
    new PmapProgram(ROOTS, Detail.USAGE, true).json((int) still.pid(), new PrintWriter(out));
    String stack =
        out.toString().lines().filter(it -> it.contains("[stack]")).findFirst().orElse("");
    assertTrue(stack.matches("\\{\"address\":\"[0-9a-f]{16}\",\"size_bytes\":\\d+,.*"), stack);
  }

  @Test
  void aProcessThatIsNotThereIsOneLine() {
    PmapProgram pmap = new PmapProgram(ROOTS, Detail.BRIEF, false);
    PrintWriter out = new PrintWriter(new StringWriter());
    IOException failure =
        assertThrows(
            IOException.class, () -> pmap.print(Integer.MAX_VALUE, OptionalInt.empty(), out));
    assertEquals("there is no process 2147483647", failure.getMessage());
  }
}
