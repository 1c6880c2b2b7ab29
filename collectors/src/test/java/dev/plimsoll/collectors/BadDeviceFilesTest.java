package dev.plimsoll.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `fixtures/bad/devices`, each in the place of a good one: the failure names path,
/// line and text, and the other devices still count.
class BadDeviceFilesTest {
  /// A file, the place that it takes in the tree, and what is said of it.
  record Fault(String file, Source source, String place, int line, String text) {
    Fault(String file, Source source, String place, String text) {
      this(file, source, place, 1, text);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static final String BTRFS = "sys/fs/btrfs/00000000-0000-0000-0000-00000000000b/";
  private static final String PORT = "sys/class/infiniband/mlx5_0/ports/1/";

  @TempDir private static Path tree;

  @BeforeAll
  static void copyTheTree() throws IOException {
    Path from = Path.of("src/test/resources/fixtures/devices");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, tree.resolve(from.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault(
            "capacity-percent",
            Source.POWERSUPPLYCLASS,
            "sys/class/power_supply/BAT0/capacity",
            "more than a number: \"81%\""),
        new Fault(
            "commits-cut-short",
            Source.BTRFS,
            BTRFS + "commit_stats",
            2,
            "no max_commit_ms: \"last_commit_ms 1000\""),
        new Fault(
            "commits-no-number",
            Source.BTRFS,
            BTRFS + "commit_stats",
            "a number is missing: \"commits\""),
        new Fault(
            "edac-count-letters",
            Source.EDAC,
            "sys/devices/system/edac/mc/mc0/ce_count",
            "not a number: \"one\""),
        new Fault(
            "energy-with-unit",
            Source.RAPL,
            "sys/class/powercap/intel-rapl:0/energy_uj",
            "not a number: \"240422366267uJ\""),
        new Fault(
            "flags-too-long",
            Source.NETCLASS,
            "sys/class/net/eth0/flags",
            "not a mask: \"11112222333344445\""),
        new Fault(
            "frames-no-digits",
            Source.FIBRECHANNEL,
            "sys/class/fc_host/host0/statistics/rx_frames",
            "a number is missing: \"0x\""),
        new Fault(
            "frequency-fraction",
            Source.CPUFREQ,
            "sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq",
            "more than a number: \"1699981.5\""),
        new Fault(
            "hwmon-input-words",
            Source.HWMON,
            "sys/class/hwmon/hwmon2/temp1_input",
            "not a number: \"hot\""),
        new Fault(
            "infiniband-count-letters",
            Source.INFINIBAND,
            PORT + "counters/link_downed",
            "not a number: \"many\""),
        new Fault(
            "infiniband-rate-no-unit", Source.INFINIBAND, PORT + "rate", "not in Gb/sec: \"100\""),
        new Fault(
            "infiniband-state-no-colon",
            Source.INFINIBAND,
            PORT + "state",
            "no ':' behind the state: \"4 ACTIVE\""),
        new Fault(
            "isolated-endless",
            Source.CPU,
            "sys/devices/system/cpu/isolated",
            "no range of processors: \"0-99999999\""),
        new Fault(
            "isolated-letters",
            Source.CPU,
            "sys/devices/system/cpu/isolated",
            "not a number: \"x\""),
        new Fault(
            "isolated-reversed",
            Source.CPU,
            "sys/devices/system/cpu/isolated",
            "no range of processors: \"3-2\""),
        new Fault(
            "mtu-two-numbers",
            Source.NETCLASS,
            "sys/class/net/eth0/mtu",
            "more than a number: \"1500 9000\""),
        new Fault(
            "rotational-words",
            Source.DISK_INFO,
            "sys/block/sda/queue/rotational",
            "not a number: \"yes\""),
        new Fault("speed-empty", Source.NETCLASS, "sys/class/net/eth0/speed", "the file is empty"),
        new Fault(
            "temperature-comma",
            Source.THERMAL_ZONE,
            "sys/class/thermal/thermal_zone0/temp",
            "more than a number: \"49,925\""),
        new Fault(
            "timeleft-words",
            Source.WATCHDOG,
            "sys/class/watchdog/watchdog0/timeleft",
            "not a number: \"soon\""),
        new Fault(
            "udev-no-equals",
            Source.DISK_INFO,
            "root/run/udev/data/b8:0",
            "no '=': \"E:ID_MODEL\""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theFailureNamesPathLineAndTextAndTheRestCounts(Fault fault) throws IOException {
    Path place = tree.resolve(fault.place);
    byte[] good = Files.readAllBytes(place);
    Files.write(place, Files.readAllBytes(Path.of(Fixture.bad("devices/" + fault.file))));
    try {
      Section<?> section = read(fault.source);
      assertInstanceOf(Section.Present.class, section);
      assertEquals(
          List.of(new SourceFailure(Kind.MALFORMED, place.toString(), fault.line, fault.text)),
          section.failures());
    } finally {
      Files.write(place, good);
    }
  }

  @Test
  void theGoodTreeHasNoFault() {
    for (Reading<?> reading : devices().all()) {
      assertEquals(List.of(), reading.section().failures(), reading.source()::label);
      assertInstanceOf(Section.Present.class, reading.section(), reading.source()::label);
    }
  }

  private static Section<?> read(Source source) {
    return devices().all().stream()
        .filter(reading -> reading.source() == source)
        .findFirst()
        .orElseThrow()
        .section();
  }

  private static DeviceReadings devices() {
    Roots roots = new Roots(tree + "/proc", tree + "/sys", tree + "/root");
    SourceTimer timer = new SourceTimer(Clock.systemUTC(), Set.of());
    try (DeviceReader reader = new DeviceReader(roots, timer)) {
      return reader.read();
    }
  }

  @Test
  void noFileIsForgotten() {
    assertEquals(
        Fixture.faults("devices"), faults().map(fault -> "devices/" + fault.file).toList());
  }
}
