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
        "-S nowhere"
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
        new BesideRealTool.Answer(1, List.of(), List.of()), tool.ours(List.of("-t", "nonesuch")));
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
