package dev.plimsoll.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.nodeexporter.CollectorOptions;
import dev.plimsoll.agent.nodeexporter.LeftOut;
import dev.plimsoll.collectors.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings that people know from node_exporter.
class CollectorChoicesTest {
  private static CollectorOptions flags(Map<String, String> flags) throws Exception {
    return CollectorChoices.options(Choices.of(flags, Map.of(), null));
  }

  private static String wrong(Map<String, String> flags) {
    return String.valueOf(
        assertThrows(WrongSettingException.class, () -> flags(flags)).getMessage());
  }

  @Test
  void defaultsAreThoseOfNodeExporter() throws Exception {
    CollectorOptions usual = flags(Map.of());
    assertTrue(usual.diskDevices().wants("sda"));
    assertFalse(usual.diskDevices().wants("sda1"));
    assertTrue(usual.fsTypes().wants("tmpfs"));
    assertFalse(usual.fsTypes().wants("overlay"));
    assertTrue(usual.mountPoints().wants("/var/lib/kubelet/pods"));
    assertFalse(usual.mountPoints().wants("/proc/sys/fs/binfmt_misc"));
    assertTrue(usual.netDevices().wants("veth0"));
    assertTrue(usual.netstatFields().wants("TcpExt_ListenDrops"));
    assertFalse(usual.netstatFields().wants("Tcp_MaxConn"));
    assertTrue(usual.vmstatFields().wants("pgmajfault"));
    assertFalse(usual.vmstatFields().wants("nr_free_pages"));
  }

  @Test
  void environmentAndFileSetThemToo(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, "collector: {netdev: {device-exclude: ^veth}}\n");
    CollectorOptions options =
        CollectorChoices.options(
            Choices.of(
                Map.of(),
                Map.of("PLIMSOLL_COLLECTOR_FILESYSTEM_MOUNT_POINTS_EXCLUDE", "^/mnt/"),
                file));
    assertFalse(options.netDevices().wants("veth0"));
    assertFalse(options.mountPoints().wants("/mnt/a"));
    assertTrue(options.mountPoints().wants("/proc"));
  }

  @Test
  void whatIsIncludedTakesThePlaceOfWhatIsExcludedByDefault() throws Exception {
    CollectorOptions options = flags(Map.of("collector.diskstats.device-include", "^sda1$"));
    assertTrue(options.diskDevices().wants("sda1"));
    assertFalse(options.diskDevices().wants("sda"));
    assertEquals(
        "--collector.netdev.device-include and --collector.netdev.device-exclude exclude each other",
        wrong(
            Map.of(
                "collector.netdev.device-include", "a", "collector.netdev.device-exclude", "b")));
  }

  @Test
  void aWrongExpressionIsNamed() {
    assertEquals(
        "--collector.vmstat.fields: \"(a\" is not a regular expression: error parsing regexp:"
            + " missing closing ): `(a`",
        wrong(Map.of("collector.vmstat.fields", "(a")));
  }

  @Test
  void aCollectorThatIsLeftOutMayBeSwitchedOffOnly() throws Exception {
    assertTrue(flags(Map.of("collector.wifi", "false")).fsTypes().wants("xfs"));
    assertTrue(
        wrong(Map.of("collector.wifi", "true"))
            .startsWith("--collector.wifi: \"true\" cannot be: Plimsoll leaves it out, "));
  }

  @Test
  void nothingIsLeftOutThatIsThere() {
    Set<String> there = Stream.of(Source.values()).map(Source::label).collect(Collectors.toSet());
    for (LeftOut none : LeftOut.ALL) assertFalse(there.contains(none.name()), none::name);
  }
}
