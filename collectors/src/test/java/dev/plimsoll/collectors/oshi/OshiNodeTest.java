package dev.plimsoll.collectors.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.process.ProcCmdline;
import dev.plimsoll.collectors.process.ProcExe;
import dev.plimsoll.collectors.process.ProcStat;
import dev.plimsoll.collectors.process.ProcStatus;
import dev.plimsoll.collectors.process.ProcessEntry;
import dev.plimsoll.collectors.process.ProcessReader;
import dev.plimsoll.collectors.process.ProcessTable;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
  private final Differences differences = new Differences();
  private final Set<Integer> compared = new HashSet<>();

  private static ProcessTable table() {
    try (ProcessReader reader = new ProcessReader(new KernelReader(), ROOTS, Clock.systemUTC())) {
      return reader.read().present().orElseThrow();
    }
  }

  /// At least for one of our own, which does nothing and whose arguments have empty lines.
  @Test
  @Timeout(120)
  void everyFieldOfEveryProcess() throws IOException {
    Process idle = new ProcessBuilder("sh", "-c", "a=1\n\nread a", "a\nb", "", "c").start();
    try {
      assertEquals(List.of(), differences.lasting(this::compareTables));
      while (!compared.contains((int) idle.pid())) compareTables();
    } finally {
      idle.destroyForcibly().onExit().join();
    }
  }

  private void compareTables() {
    ProcessTable before = table();
    List<OshiProcess> theirs = oshi.processes();
    ProcessTable after = table();
    for (OshiProcess process : theirs) {
      Optional<ProcessEntry> first = before.find(process.pid());
      Optional<ProcessEntry> last = after.find(process.pid());
      if (first.isEmpty() || last.isEmpty() || !quiet(first.get(), last.get())) continue;
      compare(process, first.get());
      compareFacts(process, first.get());
      compared.add(process.pid());
    }
  }

  private static boolean quiet(ProcessEntry before, ProcessEntry after) {
    return OshiLimits.parses(before.stat().comm())
        && before.stat().equals(after.stat())
        && before.io().equals(after.io())
        && before.cmdline().equals(after.cmdline())
        && before.exe().equals(after.exe())
        && before.seldom().openFiles().equals(after.seldom().openFiles())
        && before.seldom().status().equals(after.seldom().status());
  }

  private void compare(OshiProcess theirs, ProcessEntry ours) {
    ProcStat stat = ours.stat();
    equal(ours, "name", theirs.comm(), stat.comm());
    equal(ours, "parent", theirs.ppid(), stat.ppid());
    equal(ours, "threads", theirs.threads(), stat.threads());
    equal(ours, "priority", theirs.priority(), stat.priority());
    equal(ours, "size", theirs.virtualBytes(), stat.virtualBytes());
    equal(ours, "minor faults", theirs.minorFaults(), stat.minorFaults());
    equal(ours, "major faults", theirs.majorFaults(), stat.majorFaults());
    equal(ours, "user time", theirs.userTicks(), stat.userTicks() * MILLIS_PER_TICK);
    equal(ours, "system time", theirs.systemTicks(), stat.systemTicks() * MILLIS_PER_TICK);
    long start = stat.startTicks() * MILLIS_PER_TICK;
    boolean sameStart = Math.abs(theirs.startTicks() - start) <= 1000;
    equal(ours, "start within a second", sameStart, true);
  }

  private void compareFacts(OshiProcess theirs, ProcessEntry ours) {
    Optional<ProcStatus> status = ours.seldom().status().present();
    Optional<OshiProcess.Account> account = theirs.account();
    List<String> cmdline = OshiLimits.of(arguments(ours.cmdline().present()));
    equal(ours, "arguments", first(arguments(theirs.cmdline())), first(cmdline));
    equal(ours, "program", theirs.path(), ours.exe().present().map(ProcExe::path).orElse(""));
    equal(
        ours,
        "files",
        theirs.openFiles(),
        ours.seldom().openFiles().present().stream().mapToLong(each -> each).findFirst());
    long page = oshi.units().pageSize();
    equal(ours, "resident", theirs.rssPages() * page, resident(ours));
    Optional<Long> user = status.map(each -> each.user().real());
    equal(ours, "user", account.map(OshiProcess.Account::userId), user);
    Optional<Long> group = status.map(each -> each.group().real());
    equal(ours, "group", account.map(OshiProcess.Account::groupId), group);
  }

  private static List<String> arguments(Optional<ProcCmdline> cmdline) {
    return cmdline.map(ProcCmdline::arguments).orElse(List.of());
  }

  /// What no limit of ours on the length of a command line cuts off.
  private static List<String> first(List<String> arguments) {
    return arguments.stream()
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

  private void equal(ProcessEntry process, String field, Object theirs, Object ours) {
    if (Objects.equals(theirs, ours)) return;
    differences.add(
        process.pid(),
        field,
        "%s of %s: %s, OSHI %s".formatted(field, process.stat().comm(), ours, theirs));
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

  /// Of those that are there before and after, and answer: others come, go and grow.
  @Test
  void fileSystemsAreOnesThatWeKnow() {
    Map<String, Filesystem> before = filesystems();
    List<Filesystem> theirs = oshi.filesystems().all();
    Map<String, Filesystem> after = filesystems();
    Set<String> points = new HashSet<>();
    for (Filesystem each : theirs) {
      String point = each.mount().point();
      Filesystem known = before.get(point);
      Filesystem still = after.get(point);
      if (known == null || still == null || !known.mount().equals(still.mount())) continue;
      points.add(point);
      assertEquals(known.mount().type(), each.mount().type());
      Optional<Long> size = size(known);
      if (size.isPresent() && size.equals(size(still))) {
        assertEquals(size, size(each), point);
      }
    }
    assertTrue(points.contains("/"), points.toString());
  }

  private static Optional<Long> size(Filesystem one) {
    return one.size().present().map(StatVfs::sizeBytes);
  }

  /// Ours, by where they can be seen.
  private Map<String, Filesystem> filesystems() {
    FilesystemReader reader =
        new FilesystemReader(new KernelSizeCall(), MountFilter.everything(), Patience.once());
    Map<String, Filesystem> visible = new HashMap<>();
    for (Filesystem one : reader.read(kernel, ROOTS).present().orElseThrow().all()) {
      if (!one.mount().hidden()) visible.put(one.mount().point(), one);
    }
    return visible;
  }
}
