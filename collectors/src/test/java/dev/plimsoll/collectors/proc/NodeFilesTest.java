package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.proc.DiskStats.Disk;
import dev.plimsoll.collectors.proc.DiskStats.Flushes;
import dev.plimsoll.collectors.proc.DiskStats.Transfers;
import dev.plimsoll.collectors.proc.KernelStat.Cpu;
import dev.plimsoll.collectors.proc.NetDev.Interface;
import dev.plimsoll.collectors.proc.NetDev.Received;
import dev.plimsoll.collectors.proc.NetDev.Sent;
import dev.plimsoll.collectors.proc.Pressure.Stall;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What two real nodes said of themselves, value by value.
class NodeFilesTest {
  private static final Stall NONE = new Stall(0, 0, 0, 0);

  private final KernelReader reader = new KernelReader();
  private final Roots v1 = Fixture.roots("v1-hybrid");
  private final Roots v2 = Fixture.roots("v2");

  @Test
  void stat() {
    assertEquals(
        new Section.Present<>(
            new KernelStat(
                new CpuTicks(68570, 0, 13115, 233510, 455, 0, 125, 34, 0, 0),
                List.of(
                    new Cpu(0, new CpuTicks(34237, 0, 6046, 117578, 33, 0, 27, 16, 0, 0)),
                    new Cpu(1, new CpuTicks(34332, 0, 7068, 115932, 421, 0, 98, 18, 0, 0))),
                OptionalLong.of(1473667),
                OptionalLong.of(3067076),
                OptionalLong.of(1795158674),
                OptionalLong.of(32465),
                OptionalLong.of(4),
                OptionalLong.of(0),
                Optional.of(
                    new SoftIrqs(417002, 0, 49461, 4, 14274, 122478, 0, 9, 98363, 0, 132413)))),
        KernelStat.read(reader, v1));
  }

  @Test
  void taskLimits() {
    assertEquals(new Section.Present<>(new TaskLimits(192730, 32768)), TaskLimits.read(reader, v1));
  }

  @Test
  void loadAvg() {
    assertEquals(
        new Section.Present<>(new LoadAvg(2.39, 2.29, 1.2, 3, 2146)), LoadAvg.read(reader, v1));
  }

  @Test
  void uptime() {
    assertEquals(new Section.Present<>(new Uptime(1585.6, 2335.1)), Uptime.read(reader, v1));
  }

  @Test
  void pressure() {
    Pressure cpu = pressure(new Stall(8.04, 27.37, 26.69, 239944515), NONE);
    Pressure memory = pressure(NONE, NONE);
    Pressure io = pressure(new Stall(0.04, 0.06, 0.01, 5243672), new Stall(0.04, 0.04, 0, 3875464));
    assertEquals(
        new Section.Present<>(
            new NodePressure(
                Optional.of(cpu), Optional.of(memory), Optional.of(io), Optional.empty())),
        NodePressure.read(reader, v1));
  }

  private static Pressure pressure(Stall some, Stall full) {
    return new Pressure(Optional.of(some), Optional.of(full));
  }

  @Test
  void diskStats() {
    List<Disk> disks = DiskStats.read(reader, v1).present().orElseThrow().disks();
    assertEquals(10, disks.size());
    assertEquals(
        new Disk(
            254,
            0,
            "vda",
            new Transfers(59382, 11486, 3633722, 14867),
            new Transfers(29927, 68423, 8997912, 18813),
            0,
            9884,
            36576,
            Optional.of(new Transfers(49708, 35, 6024848, 2855)),
            Optional.of(new Flushes(1342, 38))),
        disks.get(8));
  }

  @Test
  void aNodeWithoutDisks() {
    assertEquals(new Section.Present<>(new DiskStats(List.of())), DiskStats.read(reader, v2));
  }

  @Test
  void netDev() {
    List<Interface> interfaces = NetDev.read(reader, v1).present().orElseThrow().interfaces();
    assertEquals(
        List.of("lo", "ifb0", "ifb1", "eth0"), interfaces.stream().map(Interface::name).toList());
    assertEquals(
        new Interface(
            "eth0",
            new Received(358510930, 9480, 0, 0, 0, 0, 0, 0),
            new Sent(795411, 6734, 0, 0, 0, 0, 0, 0)),
        interfaces.getLast());
  }

  @Test
  void auxiliaryVector() {
    assertEquals(
        new Section.Present<>(new AuxiliaryVector(100, 4096)), AuxiliaryVector.read(reader, v1));
  }

  @Test
  void identity() {
    assertEquals(
        new Section.Present<>(
            new KernelIdentity(
                Optional.of("node-b"),
                Optional.of("(none)"),
                Optional.of("Linux"),
                "6.1.0-56-amd64",
                Optional.of("#1 SMP PREEMPT_DYNAMIC Debian 6.1.192-2 (2026-11-16)"),
                Optional.of("x86_64"),
                Optional.of("c082c653-e63a-44fd-a5f9-0c4037072311"))),
        KernelIdentity.read(reader, v2));
  }

  @Test
  void fileHandles() {
    assertEquals(new Section.Present<>(new FileHandles(0, 302889)), FileHandles.read(reader, v2));
  }

  @Test
  void entropy() {
    assertEquals(new Section.Present<>(new Entropy(256, 256)), Entropy.read(reader, v1));
    assertEquals(
        new Section.Absent<>("/nowhere/sys/kernel/random/entropy_avail: No such file or directory"),
        Entropy.read(reader, new Roots("/nowhere", "/sys", "/")));
  }

  @Test
  void schedStat() {
    assertEquals(
        new Section.Present<>(
            new SchedStat(
                List.of(
                    new SchedStat.Cpu(0, 12289897372L, 1436175268, 2327),
                    new SchedStat.Cpu(1, 11769603846L, 2395673733L, 1846)))),
        SchedStat.read(reader, v2));
    assertEquals(
        new Section.Absent<>(v1.proc("schedstat") + ": No such file or directory"),
        SchedStat.read(reader, v1));
  }
}
