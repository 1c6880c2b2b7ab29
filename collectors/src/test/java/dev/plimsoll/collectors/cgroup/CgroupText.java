package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.kernel.Section;
import java.util.stream.Stream;

/// The whole tree as text for a golden file: a group in each paragraph, a section in each line.
final class CgroupText {
  private CgroupText() {}

  static String of(Section<CgroupTree> section) {
    StringBuilder text = new StringBuilder();
    section.failures().forEach(failure -> text.append("failure ").append(failure).append('\n'));
    section.present().ifPresent(tree -> write(tree, text));
    return text.toString();
  }

  private static void write(CgroupTree tree, StringBuilder text) {
    text.append(tree.layout().kind()).append(", unresolved ").append(tree.unresolvedCount());
    text.append(' ').append(tree.unresolved()).append('\n');
    Stream.of(tree.containers(), tree.loneContainers(), tree.units())
        .flatMap(groups -> groups.stream())
        .map(CgroupText::group)
        .sorted()
        .forEach(text::append);
    tree.pods().stream()
        .map(
            pod ->
                group(pod.group())
                    + "  oom kills, restarts included: "
                    + value(pod.oomKills())
                    + "\n  throttling of all containers: "
                    + value(pod.throttling())
                    + "\n  io, restarts included: "
                    + value(pod.io()))
        .map(pod -> pod + '\n')
        .sorted()
        .forEach(text::append);
  }

  private static String group(Cgroup<?> group) {
    CgroupCpu cpu = group.cpu();
    CgroupMemory memory = group.memory();
    return '\n'
        + group.path()
        + '\n'
        + line("owner", group.owner().toString())
        + line("cpu time", value(cpu.time()))
        + line("throttling", value(cpu.throttling()))
        + line("bandwidth", value(cpu.bandwidth()) + ", effective " + value(cpu.effectiveCores()))
        + line("weight", value(cpu.weight()))
        + line("memory", value(memory.usage()))
        + line("detail", value(memory.detail()))
        + line("working set", value(memory.detail().map(Memory::workingSet)))
        + line("unreclaimable", value(memory.detail().map(Memory::unreclaimable)))
        + line("peak", value(memory.peak()))
        + line("swap", value(memory.swap()))
        + line("kernel", value(memory.kernel()))
        + line("limits", value(memory.limits()))
        + line("events", value(memory.events()))
        + line("tasks", value(group.pids()))
        + line("io", value(group.io()))
        + line("huge pages", value(group.hugetlb()))
        + line("cpu pressure", value(group.pressure().cpu()))
        + line("memory pressure", value(group.pressure().memory()))
        + line("io pressure", value(group.pressure().io()));
  }

  private static String line(String name, String value) {
    return "  " + name + ": " + value + '\n';
  }

  /// The value, or why there is none.
  static String value(Section<?> section) {
    return switch (section) {
      case Section.Present<?>(Object value, var flaws) ->
          value + (flaws.isEmpty() ? "" : ", flaws " + flaws);
      case Section.Absent<?>(String reason) -> "absent: " + reason.replaceAll(".*/", "");
      case Section.Failed<?>(var failure) -> "failed: " + failure.describe();
    };
  }
}
