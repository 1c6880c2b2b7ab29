package dev.plimsoll.agent.self;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.cgroup.CgroupOwner;
import dev.plimsoll.collectors.cgroup.CgroupPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tries what the agent may do on its host, by doing it.
public final class HostAccess {
  private static final int ENOUGH = 1 << 16;
  private static final int DAC_OVERRIDE = 1;
  private static final int DAC_READ_SEARCH = 2;

  private HostAccess() {}

  /// The first process may be out of reach even for who has the capability; so may be both in a
  /// container that does not see the host's, of which another line tells.
  public static List<Permission> test(Roots roots) {
    return List.of(
        new Permission(
            "CAP_SYS_PTRACE",
            isReadable(roots.proc("1/io")) || isReadable(roots.proc("2/io")),
            "I/O, open files, executables and mounts of the processes of others"),
        new Permission(
            "CAP_DAC_READ_SEARCH",
            hasCapability(DAC_READ_SEARCH) || hasCapability(DAC_OVERRIDE),
            "files and folders that only their owners may read"),
        new Permission(
            "hostPID",
            !isOurContainer(roots.proc("1/cgroup")),
            "all processes but those of the agent's own container"),
        new Permission(
            roots.root(""),
            isFolder(roots.root("etc")),
            "sizes of the host's file systems and the names of its users"));
  }

  private static boolean isFolder(String path) {
    return Files.isDirectory(Path.of(path));
  }

  private static boolean isReadable(String path) {
    return !read(path).isEmpty();
  }

  /// Empty where it cannot be read.
  private static String read(String path) {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      return new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return "";
    }
  }

  /// Of the agent itself, whichever `/proc` it watches.
  private static boolean hasCapability(int number) {
    return read("/proc/self/status")
        .lines()
        .filter(line -> line.startsWith("CapEff:"))
        .anyMatch(
            line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> number & 1) == 1);
  }

  /// Whether the first process that is seen is one of a container, and not the host's.
  private static boolean isOurContainer(String path) {
    return read(path)
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .map(parts -> CgroupPath.owner(parts[2]))
        .anyMatch(owner -> owner instanceof CgroupOwner.Container);
  }
}
