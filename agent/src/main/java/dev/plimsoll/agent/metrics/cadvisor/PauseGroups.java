package dev.plimsoll.agent.metrics.cadvisor;

import dev.plimsoll.collectors.NodeSnapshot;
import dev.plimsoll.collectors.process.ProcessEntry;
import java.util.HashSet;
import java.util.Set;

/// The control groups in which a program runs that does nothing but hold a pod's namespaces:
/// `pause` of Kubernetes, `pod` of OpenShift. Tells sandboxes where nobody tells what the pods are.
record PauseGroups(Set<String> paths) {
  PauseGroups {
    paths = Set.copyOf(paths);
  }

  /// None where the table of processes is not there.
  static PauseGroups of(NodeSnapshot node) {
    Set<String> paths = new HashSet<>();
    node.processes().section().present().stream()
        .flatMap(table -> table.processes().stream())
        .filter(PauseGroups::holdsPod)
        .forEach(process -> paths.add(process.cgroupPath()));
    return new PauseGroups(paths);
  }

  private static boolean holdsPod(ProcessEntry process) {
    String name = process.stat().comm();
    return name.equals("pause") || name.equals("pod");
  }
}
