package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.NoRights;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class SocketReaderTest {
  private static final String STAT = "(c) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 7 4096 1 1 1 1";

  @TempDir private Path folder;

  private Roots roots() {
    return new Roots(folder + "/proc", folder + "/sys", folder + "/root");
  }

  private static ProcessTable table(Roots roots) {
    try (ProcessReader reader = new ProcessReader(new KernelReader(), roots, Clock.systemUTC())) {
      return reader.read().present().orElseThrow();
    }
  }

  private static SocketReader reader(Roots roots, int most) {
    return new SocketReader(new KernelReader(), roots, () -> true, most);
  }

  private static OpenSockets sockets(SocketReader reader, ProcessTable table) {
    return reader
        .extend(new Section.Present<>(table))
        .present()
        .flatMap(ProcessTable::sockets)
        .orElseThrow();
  }

  private static OptionalLong of(OpenSockets sockets, ProcessTable table, int pid) {
    return sockets.of(List.of(table.find(pid).orElseThrow()));
  }

  /// A process with two sockets, a pipe and a file that is called like a socket.
  private Path process(int pid) throws IOException {
    Path process = Files.createDirectories(folder.resolve("proc").resolve("" + pid));
    Files.writeString(process.resolve("stat"), pid + " " + STAT + " 0".repeat(27) + "\n");
    Path fd = Files.createDirectory(process.resolve("fd"));
    Files.createSymbolicLink(fd.resolve("0"), Path.of("socket:[4711]"));
    Files.createSymbolicLink(fd.resolve("1"), Path.of("pipe:[4712]"));
    Files.createSymbolicLink(fd.resolve("2"), Path.of("/socket:[4713]"));
    Files.createSymbolicLink(fd.resolve("17"), Path.of("socket:[4714]"));
    return fd;
  }

  @Test
  void whatARealProcessOpensAndCloses() throws IOException {
    Roots roots = new Roots("/proc", "/sys", "");
    SocketReader reader = reader(roots, SocketReader.MOST_OF_PASS);
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        ShellProcess shell = new ShellProcess(List.of("/bin/bash"))) {
      String connect = "<>/dev/tcp/127.0.0.1/" + server.getLocalPort();
      ProcessTable before = table(roots);
      assertEquals(OptionalLong.of(0), of(sockets(reader, before), before, shell.pid()));
      shell.run("exec 7" + connect + " 8" + connect + " 9" + connect);
      ProcessTable opened = table(roots);
      assertEquals(OptionalLong.of(3), of(sockets(reader, opened), opened, shell.pid()));
      shell.run("exec 8>&-");
      ProcessTable closed = table(roots);
      assertEquals(OptionalLong.of(2), of(sockets(reader, closed), closed, shell.pid()));
    }
  }

  @Test
  void linksThatLeadToSockets() throws IOException {
    process(10);
    process(11);
    ProcessTable table = table(roots());
    OpenSockets sockets = sockets(reader(roots(), 100), table);
    assertEquals(OptionalLong.of(4), sockets.of(table.processes()));
    assertEquals(OptionalLong.of(0), sockets.of(List.of()));
  }

  @Test
  void noneWhereNobodyWantsThem() throws IOException {
    process(10);
    SocketReader reader = new SocketReader(new KernelReader(), roots(), () -> false);
    Section<ProcessTable> section = reader.extend(new Section.Present<>(table(roots())));
    assertEquals(Optional.empty(), section.present().orElseThrow().sockets());
  }

  @Test
  void aFolderThatIsDeniedLeavesItsContainerWithoutAValue() throws Exception {
    process(10);
    Files.setPosixFilePermissions(process(11), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    ProcessTable table = table(roots());
    OpenSockets sockets = NoRights.call(() -> sockets(reader(roots(), 100), table));
    assertEquals(OptionalLong.of(2), of(sockets, table, 10));
    assertEquals(OptionalLong.empty(), sockets.of(table.processes()));
    Section<Long> denied = sockets.byProcess().get(table.find(11).orElseThrow().id());
    SourceFailure failure = assertInstanceOf(Section.Failed.class, denied).failure();
    assertEquals(SourceFailure.Kind.DENIED, failure.kind());
    assertEquals(folder + "/proc/11/fd", failure.path());
  }

  @Test
  void aProcessThatHasEndedHoldsNone() throws IOException {
    process(10);
    Path fd = process(11);
    ProcessTable table = table(roots());
    empty(fd);
    Files.delete(fd);
    assertEquals(OptionalLong.empty(), of(sockets(reader(roots(), 100), table), table, 11));
    Files.delete(fd.resolveSibling("stat"));
    assertEquals(OptionalLong.of(2), sockets(reader(roots(), 100), table).of(table.processes()));
  }

  private static void empty(Path fd) throws IOException {
    for (String name : List.of("0", "1", "2", "17")) Files.delete(fd.resolve(name));
  }

  @Test
  void aPassThatIsFullGoesOnInTheNext() throws IOException {
    for (int pid = 10; pid < 14; pid++) process(pid);
    ProcessTable table = table(roots());
    SocketReader reader = reader(roots(), 5);
    OpenSockets first = sockets(reader, table);
    assertEquals(OptionalLong.of(2), of(first, table, 11));
    assertEquals(OptionalLong.empty(), of(first, table, 12));
    OpenSockets second = sockets(reader, table);
    assertEquals(OptionalLong.of(8), second.of(table.processes()));
  }

  @Test
  void aProcessThatRestsIsCountedAgainLater() throws IOException {
    Path fd = process(12);
    ProcessTable table = table(roots());
    SocketReader reader = reader(roots(), 100);
    sockets(reader, table);
    empty(fd);
    sockets(reader, table);
    Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[4715]"));
    for (int pass = 0; pass < 3; pass++) {
      assertEquals(OptionalLong.of(0), of(sockets(reader, table), table, 12));
    }
    assertEquals(OptionalLong.of(1), of(sockets(reader, table), table, 12));
  }

  @Test
  void aProcessThatDidSomethingIsCountedAtOnce() throws IOException {
    Path fd = process(12);
    SocketReader reader = reader(roots(), 100);
    sockets(reader, table(roots()));
    empty(fd);
    ProcessTable moved = table(roots());
    assertEquals(OptionalLong.of(0), of(sockets(reader, moved), moved, 12));
  }
}
