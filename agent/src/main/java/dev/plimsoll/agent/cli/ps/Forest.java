package dev.plimsoll.agent.cli.ps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Processes in the order of their descent, each below its parent, as `ps f` draws it. Who has no
/// parent in the list stands at the left.
final class Forest {
  private final PsRequest.Tree tree;
  private final Map<Integer, List<PsProcess>> children = new HashMap<>();
  private final List<PsProcess> grown = new ArrayList<>();
  private final Set<Integer> drawn = new HashSet<>();

  private Forest(PsRequest.Tree tree) {
    this.tree = tree;
  }

  /// @param processes in the order that siblings are to have
  static List<PsProcess> grow(List<PsProcess> processes, PsRequest.Tree tree) {
    return tree == PsRequest.Tree.NONE ? processes : new Forest(tree).grow(processes);
  }

  private List<PsProcess> grow(List<PsProcess> processes) {
    Set<Integer> shown = new HashSet<>();
    for (PsProcess process : processes) shown.add(process.pid());
    List<PsProcess> roots = new ArrayList<>();
    for (PsProcess process : processes) {
      int parent = process.stat().ppid();
      if (!shown.contains(parent) || parent == process.pid()) roots.add(process);
      else children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(process);
    }
    for (PsProcess root : roots) branch(root, "", "");
    return grown;
  }

  /// Processes may have changed their parents while they were read, and form a ring then.
  private void branch(PsProcess process, String before, String below) {
    if (!drawn.add(process.pid())) return;
    grown.add(process.branched(before));
    List<PsProcess> own = children.getOrDefault(process.pid(), List.of());
    for (int index = 0; index < own.size(); index++) {
      boolean last = index == own.size() - 1;
      branch(own.get(index), below + twig(), below + trunk(last));
    }
  }

  private String twig() {
    return tree == PsRequest.Tree.LINES ? " \\_ " : "  ";
  }

  private String trunk(boolean last) {
    if (tree == PsRequest.Tree.INDENTED) return "  ";
    return last ? "    " : " |  ";
  }
}
