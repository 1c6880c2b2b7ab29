package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plimsoll findmnt` beside this machine's `findmnt`.
class FindmntCommandTest {
  private final BesideRealTool tool = new BesideRealTool("findmnt");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-l",
        "-n",
        "/",
        "-T /etc/passwd",
        "-T /proc/self",
        "/proc",
        "-S proc",
        "-t proc -l",
        "-t ext4,overlay,proc -l",
        "/nowhere",
        "-S nowhere",
        "-t tmpfs",
        "-t ext4,tmpfs,overlay",
        "-t cgroup,cgroup2,proc -n",
        "-t notmpfs",
        "-t nosysfs,proc -l",
        "tmpfs",
        "-R /sys",
        "-R /dev -n",
        "-M /proc",
        "-M /dev/shm/",
        "/dev//./shm",
        "-n /proc/../",
        "-M /var/run",
        "proc /proc",
        "-T /dev/shm",
        "-T /dev/pts -l",
        "-o target,ID,PARENT,MAJ:MIN,FSROOT,VFS-OPTIONS,FS-OPTIONS",
        "-n -o SOURCE,TARGET -t tmpfs,proc",
      })
  void theSameAsFindmnt(String options) throws Exception {
    List<String> arguments = options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
    BesideRealTool.Both both = tool.both(arguments);
    assertEquals(lines(both.real()), lines(both.ours()));
    assertEquals(both.real().status(), both.ours().status());
  }

  @Test
  void fstabOfTheHost(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("etc"));
    String table =
        """
        # a comment

        UUID=3e6b / ext4 defaults,errors=remount-ro 0 1
        server:/export\\040one /mnt/with\\011tab nfs
        broken
        """;
    Files.writeString(root.resolve("etc/fstab"), table, StandardCharsets.UTF_8);
    assertEquals(
        List.of(
            "TARGET           SOURCE             FSTYPE OPTIONS",
            "/                UUID=3e6b          ext4   defaults,errors=remount-ro",
            "/mnt/with\\x09tab server:/export one nfs    defaults"),
        lines(tool.ours(List.of("-s", "--path.rootfs", root.toString()))));
  }

  @Test
  void nothingFoundIsAFailure() {
    assertEquals(
        new BesideRealTool.Answer(1, List.of(), List.of()), tool.ours(List.of("-t", "absent")));
  }

  /// Of a mount that lies below another the real one tells the size of the other.
  @Test
  void sizesAreThoseOfFindmnt() throws Exception {
    List<String> arguments = List.of("-no", "FSTYPE,SIZE,TARGET", "-t", "proc,sysfs,tmpfs", "-l");
    BesideRealTool.Both both = tool.both(arguments);
    assertEquals(
        lines(both.real()).stream().filter(line -> !line.contains("/dev/")).toList(),
        lines(both.ours()).stream().filter(line -> !line.contains("/dev/")).toList());
  }

  @Test
  void aColumnThatThereIsNotIsNamed() {
    BesideRealTool.Answer ours = tool.ours(List.of("-o", "TARGET,NONESUCH"));
    assertEquals(2, ours.status());
    String start = "plimsoll findmnt: -o: no column 'NONESUCH'; there are ID, PARENT, TARGET, ";
    assertEquals(start, ours.err().getFirst().substring(0, start.length()));
  }

  /// Drawn as deep as a hundred levels; no line is lost.
  @Test
  void thousandsOfMountsOnEachOther(@TempDir Path node) throws Exception {
    StringBuilder table = new StringBuilder("1 0 8:1 / / rw - ext4 /dev/sda1 rw\n");
    for (int id = 2; id <= 10_000; id++) {
      table.append(id + " " + (id - 1) + " 0:" + id + " / /mnt rw - tmpfs tmpfs rw\n");
    }
    Files.createDirectories(node.resolve("proc/1"));
    Files.writeString(node.resolve("proc/1/mountinfo"), table, StandardCharsets.UTF_8);
    List<String> out = tool.ours(List.of("-n", "--path.procfs", node + "/proc")).out();
    assertEquals(10_000, out.size());
    assertEquals(2 * 99, out.getLast().indexOf('└'));
  }

  @Test
  void jsonNamesParents() {
    List<String> out = tool.ours(List.of("-o", "json", "/proc")).out();
    assertTrue(out.get(1).matches("\\{\"id\":[0-9]+,\"parent_id\":[0-9]+,\"target\":\"/proc\".*"));
  }

  private static List<String> lines(BesideRealTool.Answer answer) {
    return answer.out().stream().map(String::stripTrailing).toList();
  }
}
