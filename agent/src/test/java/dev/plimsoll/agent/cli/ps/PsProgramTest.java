package dev.plimsoll.agent.cli.ps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.FakeProc;
import dev.plimsoll.agent.join.PodIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole listings of a node made of files, at 2026-11-19 13:46:40 UTC.
class PsProgramTest {
  @TempDir private Path root;
  private OptionalInt width = OptionalInt.empty();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeNode() throws IOException {
    new FakeProc(root).withUsualProcesses();
  }

  private int ps(String words) throws IOException {
    PsProgram program =
        new PsProgram(
            new FakeProc(root).roots(),
            Clock.fixed(Instant.parse("2026-11-19T13:46:40Z"), ZoneOffset.UTC),
            ZoneOffset.UTC,
            (_, _, _) -> PodIndex.standAlone(),
            () -> width);
    List<String> list = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    return program.run(list, () -> "plimsoll 1", new PrintWriter(out), new PrintWriter(err));
  }

  private void shows(String expected) {
    assertEquals("", err.toString());
    assertEquals(expected, out.toString().replaceAll(" +\n", "\n"));
  }

  @Test
  void auxShowsPods() throws IOException {
    assertEquals(0, ps("aux"));
    shows(
        """
        USER       PID %CPU %MEM    VSZ     RSS TTY      STAT START   TIME POD                                  CONTAINER    COMMAND
        root         1  0.0  0.0  10240    8192 ?        Ss   Nov18   0:05 -                                    -            /sbin/init splash
        root         2  0.0  0.0  10240       0 ?        S    Nov18   0:00 -                                    -            [kthreadd]
        systemd+   300  0.0  0.0  10240    4096 ?        Ss   11:00   0:01 -                                    -            /lib/systemd/systemd-resolved
        1000       400  0.1  0.0  10240    2048 pts/1    Ss   13:45   0:00 -                                    -            -bash
        1000       410  0.0  0.0  10240    2048 pts/1    SNl+ 13:45   0:00 -                                    -            vi a\\x1b[31mb
        root       500 55.0 12.5  10240 1048576 ?        Ssl  11:00  91:40 8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d c0ffeec0ffee java -jar shop.jar
        root       501  0.0  0.0  10240       0 ?        Z    13:30   0:00 8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d c0ffeec0ffee [sh] <defunct>
        """);
  }

  @Test
  void aNarrowTerminalLosesColumnsBeforeTheCommand() throws IOException {
    width = OptionalInt.of(80);
    assertEquals(0, ps("aux"));
    String[] lines = out.toString().split("\n", -1);
    assertEquals(
        "USER       PID %CPU %MEM     RSS STAT   TIME POD      CONTAINER COMMAND", lines[0]);
    assertEquals(
        "root       500 55.0 12.5 1048576 Ssl   91:40 8f0d4a1+ c0ffeec+  java -jar shop.j",
        lines[6].strip());
    for (String line : lines) assertTrue(line.length() <= 80, line);
  }

  @Test
  void forestDrawsChildrenBelowTheirParents() throws IOException {
    assertEquals(0, ps("-e --forest -o pid,args"));
    shows(
        """
          PID COMMAND
            1 /sbin/init splash
          300  \\_ /lib/systemd/systemd-resolved
          400  \\_ -bash
          410  |   \\_ vi a\\x1b[31mb
          500  \\_ java -jar shop.jar
          501      \\_ [sh] <defunct>
            2 [kthreadd]
        """);
  }

  @Test
  void aListIsExactlyWhatWasAsked() throws IOException {
    assertEquals(0, ps("-e --sort -rss,pid -o pid=,rss=KIB -o user:16"));
    shows(
        """
                  KIB USER
          500 1048576 root
            1    8192 root
          300    4096 systemd-resolve
          400    2048 1000
          410    2048 1000
            2       0 root
          501       0 root
        """);
  }

  @Test
  void jsonHasBaseUnits() throws IOException {
    assertEquals(0, ps("-p 500,2 -o json -o pid,rss,time,pod,lstart,tty,args"));
    shows(
        """
        [
        {"pid":2,"resident_bytes":0,"cpu_seconds":0.0,"pod":null,"start_time_seconds":1794996000,"tty":null,"arguments":""},
        {"pid":500,"resident_bytes":1073741824,"cpu_seconds":5500.0,"pod":"8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d","start_time_seconds":1795086000,"tty":null,"arguments":"java -jar shop.jar"}
        ]
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "--container c0ffeec0ffee, 500 501",
    "--container c0ffee, 500 501",
    "--pod 8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d, 500 501",
    "-C bash, 400",
    "-u 1000, 400 410",
    "-u systemd-resolve, 300",
    "-t pts/1, 400 410",
    "--ppid 1, 300 400 500",
    "-s 400, 400 410",
    "a, 400 410",
    "-a, 410",
    "-d, 2 410 501",
    "1 2, 1 2",
    "-N -u root, 300 400 410"
  })
  void choosesProcesses(String words, String pids) throws IOException {
    assertEquals(0, ps("-o pid= " + words));
    assertEquals(pids, out.toString().strip().replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--foo | unknown option \"--foo\"",
        "-eQ | unknown option \"-Q\" in \"-eQ\"",
        "auQ | unknown option \"Q\" in \"auQ\"",
        "-o nope | -o: there is no column \"nope\"",
        "-o pid:x | -o: not a width in \"pid:x\"",
        "--sort nope | --sort: there is no column \"nope\"",
        "-p x | -p: not a number: \"x\"",
        "-p | option -p needs a value",
        "--pid= | option --pid needs a value",
        "--forest=x | option --forest takes no value",
        "-u nobody-here | -u: there is no \"nobody-here\"",
        "-u a\033[1m | -u: there is no \"a\\x1b[1m\""
      })
  void namesWhatIsWrongInOneLine(String words, String complaint) throws IOException {
    assertEquals(2, ps(words));
    assertEquals("plimsoll ps: " + complaint + '\n', err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void nothingToShowIsAFailure() throws IOException {
    assertEquals(1, ps("-p 99999"));
    shows("  PID TTY          TIME CMD\n");
  }

  @Test
  void withoutProcThereIsOneLine() throws IOException {
    assertEquals(1, ps("-e --path.procfs " + root + "/none"));
    assertEquals(
        "plimsoll ps: " + root + "/none/uptime: No such file or directory\n", err.toString());
  }

  @Test
  void helpNamesEveryColumn() throws IOException {
    assertEquals(0, ps("--help"));
    for (PsColumn column : PsColumns.all()) {
      assertTrue(out.toString().contains(String.join("|", column.names())), column.header());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auxe | unknown option \"e\" in \"auxe\": environments are not shown, as they hold secrets",
        "axms | unknown option \"m\" in \"axms\": threads are shown by -L, -T and H",
        "-eZ | unknown option \"-Z\" in \"-eZ\": security labels are not shown",
        "v | unknown option \"v\": there is no such layout here; -o shows single columns",
        "-Lf --forest | -L: threads are not shown below parents (f, -H, --forest)"
      })
  void saysWhatIsNotOffered(String words, String why) throws IOException {
    assertEquals(2, ps(words));
    assertEquals("plimsoll ps: " + why + '\n', err.toString());
  }
}
