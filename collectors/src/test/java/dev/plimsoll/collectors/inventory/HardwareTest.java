package dev.plimsoll.collectors.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oshi.hardware.CentralProcessor;
import oshi.hardware.common.platform.linux.nativefree.LinuxHardwareAbstractionLayerNF;

/// What this machine is made of, as OSHI sees it too; and machines that are not here.
class HardwareTest {
  private static final Path BAD = Path.of("src/test/resources/fixtures/bad/cpuinfo");

  private final KernelReader reader = new KernelReader();
  private final Roots roots = new Roots("/proc", "/sys", "/");

  @Test
  void processorsAreThoseThatOshiSees() {
    CentralProcessor oshi = new LinuxHardwareAbstractionLayerNF().getProcessor();
    Hardware hardware = new HardwareReader(reader, roots).read().present().orElseThrow();
    CpuInfo.Model model = hardware.cpu().models().getFirst();
    CpuTopology topology = hardware.topology().orElseThrow();
    assertEquals(oshi.getLogicalProcessorCount(), topology.threads());
    assertEquals(oshi.getPhysicalProcessorCount(), topology.cores());
    assertEquals(oshi.getPhysicalPackageCount(), topology.sockets());
    assertEquals(oshi.getProcessorIdentifier().getVendor(), model.vendor());
    assertEquals(oshi.getProcessorIdentifier().getName(), model.name());
    assertEquals(oshi.getProcessorIdentifier().getFamily(), model.family());
    assertEquals(oshi.getProcessorIdentifier().getModel(), model.model());
    assertEquals(oshi.getProcessorIdentifier().getStepping(), model.stepping());
  }

  @Test
  void disksAreThoseOfSysfs() throws Exception {
    List<Disk> disks = OshiDisks.read(roots).present().orElseThrow();
    for (Disk disk : disks) {
      Path size = Path.of("/sys/block", disk.device(), "size");
      String sectors = Files.readString(size, StandardCharsets.US_ASCII).strip();
      assertEquals(Long.parseLong(sectors) * 512, disk.sizeBytes(), disk.device());
    }
    try (Stream<Path> block = Files.list(Path.of("/sys/block"))) {
      List<String> real =
          block
              .filter(path -> Files.exists(path.resolve("device")))
              .map(path -> path.getFileName() + "")
              .sorted()
              .toList();
      assertEquals(real, disks.stream().map(Disk::device).sorted().toList());
    }
  }

  @Test
  @Timeout(60)
  void disksThatCouldNotBeReadAreReadAgain() {
    AtomicInteger asked = new AtomicInteger();
    List<Disk> found = List.of(new Disk("sda", "", "", 1));
    OshiDisks disks =
        new OshiDisks(
            reader,
            roots,
            _ -> {
              if (asked.incrementAndGet() < 3) throw new NoClassDefFoundError("oshi");
              return new Section.Present<>(found);
            });
    assertEquals(new Section.Absent<>(OshiDisks.NOT_YET), disks.known());
    while (disks.known() instanceof Section.Absent) Thread.onSpinWait();
    String text = "OSHI: java.lang.NoClassDefFoundError: oshi";
    SourceFailure failure = new SourceFailure(Kind.IO, "/sys/block", 0, text);
    Section<List<Disk>> known = disks.known();
    while (known.present().isEmpty()) {
      assertEquals(new Section.Failed<>(failure), known);
      known = disks.known();
    }
    assertEquals(new Section.Present<>(found), disks.known());
    assertTrue(asked.get() >= 3);
  }

  @Test
  void hardwareThatCouldNotBeReadIsReadAgain(@TempDir Path proc) throws Exception {
    HardwareReader hardware =
        new HardwareReader(reader, new Roots(proc.toString(), "/nowhere", "/"));
    assertEquals(Kind.MISSING, hardware.read().failures().getFirst().kind());
    Files.writeString(proc.resolve("cpuinfo"), "processor\t: 0\n");
    assertEquals(1, hardware.read().present().orElseThrow().cpu().processors());
  }

  @Test
  void aTopologyThatCannotBeReadIsAFlaw(@TempDir Path sys) throws Exception {
    Path topology = sys.resolve("devices/system/cpu/cpu0/topology");
    Files.createDirectories(topology.resolve("thread_siblings_list"));
    Files.writeString(topology.resolve("physical_package_id"), "0\n");
    Section<Hardware> read =
        new HardwareReader(reader, new Roots("/proc", sys.toString(), "/")).read();
    assertEquals(Optional.empty(), read.present().orElseThrow().topology());
    assertEquals(List.of(Kind.IO), read.failures().stream().map(SourceFailure::kind).toList());
  }

  @Test
  void processorsOfArmHaveNumbersInsteadOfNames() throws Exception {
    String text =
        """
        processor\t: 0
        BogoMIPS\t: 243.75
        Features\t: fp asimd
        CPU implementer\t: 0x41
        CPU architecture: 8
        CPU variant\t: 0x3
        CPU part\t: 0xd0c
        CPU revision\t: 1

        processor\t: 1
        CPU implementer\t: 0x41
        CPU architecture: 8
        CPU part\t: 0xd40
        CPU revision\t: 1
        """;
    CpuInfo cpu = CpuInfo.parse(new KernelText("x", text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(2, cpu.processors());
    assertEquals(
        List.of(
            new CpuInfo.Model("0x41", "8", "0xd0c", "", "1"),
            new CpuInfo.Model("0x41", "8", "0xd40", "", "1")),
        cpu.models());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-colon | 2 | no ':': \"vendor_id GenuineIntel\"",
        "no-processor | 1 | no processor in it",
        "empty | 1 | no processor in it",
      })
  void whatIsWrongIsNamed(String fault, int line, String text) {
    String path = BAD.resolve(fault).toString();
    assertEquals(
        List.of(new SourceFailure(Kind.MALFORMED, path, line, text)),
        reader.section(path, Need.REQUIRED, CpuInfo::parse).failures());
  }

  @ParameterizedTest
  @CsvSource({
    "true,,Standard PC (i440FX + PIIX; 1996),QEMU,,tsc,qemu",
    "true,,KVM,Red Hat,,kvm-clock tsc,kvm",
    "true,,m5.large,Amazon EC2,Amazon EC2,kvm-clock,amazon",
    "false,,m5.metal,Amazon EC2,Amazon EC2,tsc,none",
    "true,,Google Compute Engine,Google,Google,kvm-clock,google",
    "true,,Virtual Machine,Microsoft Corporation,,hyperv_clocksource_tsc_page,microsoft",
    "true,xen,HVM domU,Xen,Xen,xen tsc,xen",
    "true,,,,,tsc kvm-clock,kvm",
    "true,,,,,tsc,vm-other",
    "false,,PowerEdge R650,Dell Inc.,Dell Inc.,tsc,none",
    ",,,,,arch_sys_counter,none",
    ",,VMware20,1,VMware Inc.,arch_sys_counter,vmware",
  })
  void kindsOfMachines(
      Boolean virtual,
      String xen,
      String product,
      String vendor,
      String bios,
      String clocks,
      String kind) {
    List<String> firmware = Stream.of(product, vendor, bios).map(HardwareTest::orEmpty).toList();
    assertEquals(
        kind,
        Virtualization.kind(Optional.ofNullable(virtual), orEmpty(xen), firmware, orEmpty(clocks)));
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
