package dev.plimsoll.agent.cli.top;

import dev.plimsoll.agent.cli.table.Figures;
import dev.plimsoll.collectors.proc.CpuTicks;
import dev.plimsoll.collectors.proc.KernelStat;
import dev.plimsoll.collectors.proc.MemInfo;
import dev.plimsoll.collectors.proc.NodePressure;
import dev.plimsoll.collectors.proc.Pressure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The lines above the table: the node as a whole, and what this top itself costs it.
final class TopHead {
  private static final String TASKS =
      "Tasks: %4d total, %3d running, %4d sleeping, %3d in D, %3d stopped, %3d zombie";

  /// No longer than the other.
  private static final String THREADS =
      "Threads: %4d total,%3d running,%4d sleeping,%3d in D,%3d stopped,%3d zombie";

  private final TopFrame frame;

  TopHead(TopFrame frame) {
    this.frame = frame;
  }

  /// @param eachCpu whether every CPU has a line of its own
  List<String> lines(boolean eachCpu) {
    List<String> lines = new ArrayList<>();
    lines.add(first());
    lines.add(tasks());
    if (eachCpu) cpus(lines);
    else lines.add(cpu("%Cpu(s):", frame.before().stat().total(), frame.now().stat().total()));
    lines.add(memory(frame.now().memory()));
    lines.add(swap(frame.now().memory()));
    lines.add(pressure() + cost());
    return lines;
  }

  private String first() {
    TopSnapshot now = frame.now();
    return "top - "
        + Figures.two(now.time().getHour())
        + ':'
        + Figures.two(now.time().getMinute())
        + ':'
        + Figures.two(now.time().getSecond())
        + " up "
        + up((long) now.uptimeSeconds() / 60)
        + now.load().map(TopHead::load).orElse("");
  }

  private static String load(TopSnapshot.Load load) {
    return ",  load average: "
        + Figures.decimal(load.one(), 2)
        + ", "
        + Figures.decimal(load.five(), 2)
        + ", "
        + Figures.decimal(load.fifteen(), 2);
  }

  private static String up(long minutes) {
    long days = minutes / 1440;
    long hours = minutes / 60 % 24;
    String time =
        hours == 0
            ? minutes % 60 + " min"
            : Figures.right("" + hours, 2) + ':' + Figures.two(minutes % 60);
    if (days == 0) return time;
    return days + (days == 1 ? " day, " : " days, ") + time;
  }

  private String tasks() {
    int running = 0;
    int stopped = 0;
    int zombies = 0;
    int stuck = 0;
    for (TopProcess process : frame.now().processes()) {
      switch (process.stat().state()) {
        case RUNNING -> running++;
        case STOPPED, TRACED -> stopped++;
        case ZOMBIE -> zombies++;
        case DISK_SLEEP -> stuck++;
        case SLEEPING, IDLE, PARKED, DEAD, UNKNOWN -> {}
      }
    }
    int total = frame.now().processes().size();
    int asleep = total - running - stopped - zombies - stuck;
    return String.format(
        Locale.ROOT,
        frame.now().threads() ? THREADS : TASKS,
        total,
        running,
        asleep,
        stuck,
        stopped,
        zombies);
  }

  private void cpus(List<String> lines) {
    List<KernelStat.Cpu> before = frame.before().stat().cpus();
    for (KernelStat.Cpu cpu : frame.now().stat().cpus()) {
      Optional<KernelStat.Cpu> was =
          before.stream().filter(each -> each.number() == cpu.number()).findFirst();
      if (was.isPresent()) {
        lines.add(cpu("%Cpu" + cpu.number() + "  :", was.get().ticks(), cpu.ticks()));
      }
    }
  }

  private static String cpu(String name, CpuTicks was, CpuTicks is) {
    long[] spent = {
      is.user() - was.user(),
      is.system() - was.system(),
      is.nice() - was.nice(),
      is.idle() - was.idle(),
      is.ioWait() - was.ioWait(),
      is.irq() - was.irq(),
      is.softIrq() - was.softIrq(),
      is.steal() - was.steal()
    };
    String[] modes = {"us", "sy", "ni", "id", "wa", "hi", "si", "st"};
    long total = 0;
    for (long each : spent) total += Math.max(0, each);
    StringBuilder line = new StringBuilder(name);
    for (int mode = 0; mode < modes.length; mode++) {
      double ratio = total > 0 ? (double) Math.max(0, spent[mode]) / total : 0;
      line.append(mode == 0 ? "" : ",").append(Figures.right(Figures.percent(ratio), 5));
      line.append(' ').append(modes[mode]);
    }
    return line.toString();
  }

  private static String memory(MemInfo memory) {
    long available = memory.available().orElse(memory.free().orElse(0));
    return String.format(
        Locale.ROOT,
        "MiB Mem :%9s total,%9s free,%9s used,%9s buff/cache",
        Figures.mebibytes(memory.total()),
        mebibytes(memory.free()),
        Figures.mebibytes(memory.total() - available),
        mebibytes(cache(memory)));
  }

  private static String swap(MemInfo memory) {
    long total = memory.size("SwapTotal").orElse(0);
    long free = memory.size("SwapFree").orElse(0);
    return String.format(
        Locale.ROOT,
        "MiB Swap:%9s total,%9s free,%9s used.%9s avail Mem",
        Figures.mebibytes(total),
        Figures.mebibytes(free),
        Figures.mebibytes(total - free),
        mebibytes(memory.available()));
  }

  /// Empty where the system does not tell pages of files from others.
  private static OptionalLong cache(MemInfo memory) {
    OptionalLong pages = memory.size("Cached");
    if (pages.isEmpty()) return pages;
    long buffers = memory.size("Buffers").orElse(0);
    return OptionalLong.of(pages.getAsLong() + buffers + memory.size("SReclaimable").orElse(0));
  }

  private static String mebibytes(OptionalLong bytes) {
    return bytes.isPresent() ? Figures.mebibytes(bytes.getAsLong()) : "?";
  }

  /// The share of the last ten seconds in which some task, then every task, stood still.
  private String pressure() {
    Optional<NodePressure> pressure = frame.now().pressure();
    if (pressure.isEmpty()) return "PSI 10s%: not offered by this kernel.";
    return "PSI 10s%: cpu "
        + stall(pressure.get().cpu())
        + ", mem "
        + stall(pressure.get().memory())
        + ", io "
        + stall(pressure.get().io())
        + '.';
  }

  private static String stall(Optional<Pressure> pressure) {
    return part(pressure.flatMap(Pressure::some)) + '/' + part(pressure.flatMap(Pressure::full));
  }

  private static String part(Optional<Pressure.Stall> stall) {
    return stall.map(each -> Figures.decimal(each.avg10(), 1)).orElse("-");
  }

  private String cost() {
    int own = frame.now().own();
    List<TopRow> rows = frame.rows().stream().filter(row -> row.pid() == own).toList();
    if (rows.isEmpty()) return "";
    return " Own: "
        + Figures.percent(rows.stream().mapToDouble(TopRow::cpu).sum())
        + " %CPU, "
        + Figures.mebibytes(rows.getFirst().residentBytes())
        + " MiB";
  }
}
