package dev.plimsoll.collectors.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcExe;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.ProcessReader;
import dev.plimsoll.collectors.process.ProcessTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On Linux, what we make of OSHI's table is what we read ourselves: for every process of this
/// machine that did not change between two tables of ours, around one of OSHI's.
@EnabledOnOs(OS.LINUX)
final class OshiNodeTest {
  private static final Roots ROOTS = new Roots("/proc", "/sys", "/");
  private static final long MILLIS_PER_TICK = 10;

  private final OshiNode oshi = new OshiNode();
  private final KernelReader kernel = new KernelReader();
  private final List<String> differences = new ArrayList<>();
  private int compared;

  private static ProcessTable table() {
    try (ProcessReader reader = new ProcessReader(new KernelReader(), ROOTS, Clock.systemUTC())) {
      return reader.read().present().orElseThrow();
    }
  }

  @Test
  void everyFieldOfEveryProcess() {
    ProcessTable before = table();
    OshiTable theirs = oshi.processes();
    ProcessTable after = table();
    for (ProcessEntry entry : theirs.table().processes()) {
      Optional<ProcessEntry> first = before.find(entry.pid());
      Optional<ProcessEntry> last = after.find(entry.pid());
      if (first.isEmpty() || last.isEmpty() || !quiet(first.get(), last.get())) continue;
      compare(entry, first.get());
      compare(theirs.accounts(), entry, first.get());
    }
    assertTrue(compared > 15 * 14, compared + " comparisons");
    assertEquals(List.of(), differences);
  }

  private static boolean quiet(ProcessEntry before, ProcessEntry after) {
    return before.stat().equals(after.stat())
        && before.io().equals(after.io())
        && before.seldom().status().equals(after.seldom().status());
  }

  private void compare(ProcessEntry theirs, ProcessEntry ours) {
    same(theirs, ours, "name", each -> each.stat().comm());
    same(theirs, ours, "parent", each -> each.stat().ppid());
    same(theirs, ours, "threads", each -> each.stat().threads());
    same(theirs, ours, "priority", each -> each.stat().priority());
    same(theirs, ours, "size", each -> each.stat().virtualBytes());
    same(theirs, ours, "minor faults", each -> each.stat().minorFaults());
    same(theirs, ours, "major faults", each -> each.stat().majorFaults());
    same(theirs, ours, "arguments", OshiNodeTest::arguments);
    same(theirs, ours, "program", each -> each.exe().present().map(ProcExe::path).orElse(""));
    same(theirs, ours, "files", each -> each.seldom().openFiles().present());
    long page = oshi.units().pageSize();
    equal(ours, "resident", theirs.stat().rssPages() * page, resident(ours));
    long user = ours.stat().userTicks() * MILLIS_PER_TICK;
    equal(ours, "user time", theirs.stat().userTicks(), user);
    long system = ours.stat().systemTicks() * MILLIS_PER_TICK;
    equal(ours, "system time", theirs.stat().systemTicks(), system);
    long start = ours.stat().startTicks() * MILLIS_PER_TICK;
    boolean sameStart = Math.abs(theirs.stat().startTicks() - start) <= 1000;
    equal(ours, "start within a second", sameStart, true);
  }

  private void compare(
      Map<ProcessId, OshiTable.Account> accounts, ProcessEntry theirs, ProcessEntry ours) {
    Optional<OshiTable.Account> account = Optional.ofNullable(accounts.get(theirs.id()));
    Optional<ProcStatus> status = ours.seldom().status().present();
    equal(
        ours,
        "user",
        account.map(OshiTable.Account::userId),
        status.map(each -> each.user().real()));
    equal(
        ours,
        "group",
        account.map(OshiTable.Account::groupId),
        status.map(each -> each.group().real()));
  }

  private static List<String> arguments(ProcessEntry entry) {
    return entry.cmdline().present().map(ProcCmdline::arguments).orElse(List.of()).stream()
        .map(each -> each.substring(0, Math.min(each.length(), 100)))
        .limit(10)
        .toList();
  }

  private static long resident(ProcessEntry entry) {
    return entry
        .seldom()
        .status()
        .present()
        .flatMap(ProcStatus::memory)
        .map(ProcStatus.Memory::rss)
        .orElse(0L);
  }

  private <T> void same(
      ProcessEntry theirs, ProcessEntry ours, String field, Function<ProcessEntry, T> value) {
    equal(ours, field, value.apply(theirs), value.apply(ours));
  }

  private void equal(ProcessEntry process, String field, Object theirs, Object ours) {
    compared++;
    if (Objects.equals(theirs, ours)) return;
    differences.add("%s of %s: %s, OSHI %s".formatted(field, process.stat().comm(), ours, theirs));
  }

  @Test
  void whatItDoesNotHaveIsAbsent() {
    for (ProcessEntry entry : oshi.processes().table().processes()) {
      assertInstanceOf(Section.Absent.class, entry.io());
      assertInstanceOf(Section.Absent.class, entry.cgroup());
      assertInstanceOf(Section.Absent.class, entry.seldom().status());
      assertInstanceOf(Section.Absent.class, entry.seldom().limits());
      assertInstanceOf(Section.Absent.class, entry.seldom().oomScore());
      assertEquals(OshiProcesses.UNKNOWN_TERMINAL, entry.stat().tty());
    }
  }

  @Test
  void memoryOfTheNode() {
    MemInfo ours = MemInfo.read(kernel, ROOTS).present().orElseThrow();
    MemInfo theirs = oshi.memory();
    assertEquals(ours.total(), theirs.total());
    assertEquals(ours.size("SwapTotal"), theirs.size("SwapTotal"));
    long difference = ours.available().orElseThrow() - theirs.available().orElseThrow();
    assertTrue(Math.abs(difference) < ours.total() / 10, "" + difference);
    assertTrue(theirs.free().isEmpty());
  }

  @Test
  void cpuTimeOfTheNode() {
    KernelStat before = KernelStat.read(kernel, ROOTS).present().orElseThrow();
    OshiCpu theirs = oshi.cpu();
    KernelStat after = KernelStat.read(kernel, ROOTS).present().orElseThrow();
    assertEquals(before.cpus().size(), theirs.cpus().size());
    long user = theirs.total().user() / MILLIS_PER_TICK;
    assertTrue(before.total().user() <= user && user <= after.total().user(), "" + user);
    assertTrue(oshi.load().isPresent());
  }

  @Test
  void fileSystemsAreOnesThatWeKnow() {
    FilesystemReader reader =
        new FilesystemReader(new KernelSizeCall(), MountFilter.everything(), Patience.once());
    List<Filesystem> ours = reader.read(kernel, ROOTS).present().orElseThrow().all();
    List<Filesystem> theirs = oshi.filesystems().all();
    assertTrue(theirs.stream().anyMatch(each -> each.mount().point().equals("/")));
    for (Filesystem each : theirs) {
      Filesystem known =
          ours.stream()
              .filter(own -> own.mount().point().equals(each.mount().point()))
              .filter(own -> !own.mount().hidden())
              .findFirst()
              .orElseThrow();
      assertEquals(known.mount().type(), each.mount().type());
      if (known.size().present().isEmpty()) continue; // It hangs, or is not ours to ask.
      assertEquals(
          known.size().present().orElseThrow().sizeBytes(),
          each.size().present().orElseThrow().sizeBytes());
    }
  }
}
