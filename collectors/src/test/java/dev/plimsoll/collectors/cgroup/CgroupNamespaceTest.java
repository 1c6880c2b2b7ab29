package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CgroupNamespaceTest {
  private static final String OWN = "/kubepods/besteffort/podA/mine";

  @TempDir private Path folder;

  @BeforeEach
  void tree() throws IOException {
    write("proc/4711/cgroup", "0::/");
    Files.createSymbolicLink(folder.resolve("proc/self"), Path.of("4711"));
    write("sys/fs/cgroup/cgroup.controllers", "cpu memory");
    write("sys/fs/cgroup" + OWN + "/cgroup.procs", "1200\n4711");
    write("sys/fs/cgroup/kubepods/besteffort/podA/other/cgroup.procs", "1201");
    write("sys/fs/cgroup/kubepods/podB/third/cgroup.procs", "1202");
  }

  @Test
  void findsTheGroupItIsIn() throws IOException {
    write("proc/1/cgroup", "0::/../../../../init.scope");
    assertEquals(new CgroupNamespace(OWN), read());
  }

  @Test
  void knowsTheHostsNamespace() throws IOException {
    write("proc/1/cgroup", "0::/init.scope");
    assertEquals(CgroupNamespace.host(), read());
  }

  @Test
  void leavesPathsAsTheyAreWhereItsProcessIsInNoGroup() throws IOException {
    write("proc/1/cgroup", "0::/../../../init.scope");
    assertEquals(CgroupNamespace.host(), read());
  }

  @ParameterizedTest
  @CsvSource({
    "/, /kubepods/besteffort/podA/mine",
    "/below, /kubepods/besteffort/podA/mine/below",
    "/.., /kubepods/besteffort/podA",
    "/../other, /kubepods/besteffort/podA/other",
    "/../../podC/fourth, /kubepods/besteffort/podC/fourth",
    "/../../../podB/third, /kubepods/podB/third",
    "/../../../../system.slice/ssh.service, /system.slice/ssh.service",
    "/../../../../../../system.slice, /system.slice",
    "/../../../.., /",
    "/../../../../, /",
    "/../../../../.., /"
  })
  void makesPathsWhole(String shown, String whole) {
    assertEquals(whole, new CgroupNamespace(OWN).whole(shown));
  }

  @Test
  void inTheHostsNamespacePathsAreWhole() {
    assertEquals("/init.scope", CgroupNamespace.host().whole("/init.scope"));
  }

  private CgroupNamespace read() {
    return CgroupNamespace.read(
        new KernelReader(), new Roots(folder + "/proc", folder + "/sys", folder + "/none"));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + '\n');
  }
}
