package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.net.Conntrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostNamespaceTest {
  private static final String POD = "[4026532201]";
  private static final String NODE = "[4026531840]";

  @TempDir private Path proc;

  @BeforeEach
  void files() throws IOException {
    write("sys/net/netfilter/nf_conntrack_count", "7");
    write("sys/net/netfilter/nf_conntrack_max", "262144");
    write("sys/kernel/hostname", "name");
    write("sys/kernel/osrelease", "6.1.0");
  }

  @Test
  void inTheNodesNamespacesTheValuesAreTheNodes() throws IOException {
    link("self", NODE);
    link("1", NODE);
    assertEquals(new Section.Present<>(new Conntrack(7, 262144)), conntrack());
    assertEquals(Optional.of("name"), hostName());
  }

  @Test
  void inAPodsNamespacesTheyAreNot() throws IOException {
    link("self", POD);
    link("1", NODE);
    String reason = "the agent is in net:" + POD + ", " + proc + "/1/ns/net is net:" + NODE;
    assertEquals(new Section.Absent<>(reason), conntrack());
    assertEquals(Optional.empty(), hostName());
  }

  @Test
  void whereItCannotBeToldTheyAreNotClaimed() throws IOException {
    link("self", POD);
    String reason =
        "cannot tell whose namespace it is, " + proc + "/1/ns/net: No such file or directory";
    assertEquals(new Section.Absent<>(reason), conntrack());
    assertEquals(Optional.empty(), hostName());
  }

  @Test
  void theNamespaceThatTheKernelStartsWithIsKnownByItsNumber() throws IOException {
    link("self", "[4026531838]");
    assertEquals(Optional.of("name"), hostName());
  }

  @Test
  void aKernelWithoutNamespacesHasOneForAll() {
    assertEquals(Optional.of("name"), hostName());
  }

  private Section<Conntrack> conntrack() {
    return Conntrack.read(new KernelReader(), roots());
  }

  private Optional<String> hostName() {
    return KernelIdentity.read(new KernelReader(), roots()).present().orElseThrow().hostName();
  }

  private Roots roots() {
    return new Roots(proc.toString(), "/nowhere", "/nowhere");
  }

  private void link(String pid, String number) throws IOException {
    for (String kind : new String[] {"net", "uts"}) {
      Path link = proc.resolve(pid + "/ns/" + kind);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(kind + ':' + number));
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = proc.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + '\n');
  }
}
