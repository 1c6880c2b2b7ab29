package dev.plimsoll.agent.pod;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A pod in lines, for a person who compares two of them.
final class PodText {
  private final StringBuilder text = new StringBuilder();

  static String of(Pod pod) {
    PodText text = new PodText();
    text.add(pod);
    return text.text.toString();
  }

  private void add(Pod pod) {
    PodIdentity who = pod.identity();
    line(who.namespace() + "/" + who.name(), "uid", who.uid(), "group", who.groupUid());
    line("  workload", pod.workload().kind(), pod.workload().name() + note(who));
    line("  created", who.created(), "deletion", who.deletion(), who.deletionGrace());
    line("  labels", new TreeMap<>(who.labels()));
    PodSpec spec = pod.spec();
    line("  node", spec.node(), "account", spec.serviceAccount());
    line("  priority", spec.priorityClass());
    line("  restart", spec.restartPolicy(), "grace", spec.grace());
    spec.volumes().forEach(volume -> line("  volume", volume));
    line("  host network", spec.hostNetwork(), "pid", spec.hostPid());
    line("  " + text(spec.resources()), "overhead", text(spec.overhead()));
    PodStatus status = pod.status();
    line("  phase", status.phase(), "reason", status.reason(), "qos", status.qosClass());
    line("  host", status.hostIp(), "pod", status.podIp(), "started", status.started());
    status.conditions().forEach(condition -> line(" ", condition));
    pod.containers().forEach(this::add);
  }

  private static String note(PodIdentity who) {
    return (who.isStatic() ? " static" : "") + (who.owners().isEmpty() ? "" : " " + who.owners());
  }

  private void add(PodContainer container) {
    line(" ", container.kind(), container.name(), "image", container.image());
    line("   ", text(container.resources()));
    container.probes().forEach(probe -> line("   ", probe));
    container.hooks().forEach(hook -> line("    hook", hook));
    container.status().ifPresent(status -> line("   ", status));
  }

  private static String text(Resources resources) {
    return "requests " + text(resources.requests()) + " limits " + text(resources.limits());
  }

  private static String text(Amounts amounts) {
    return new TreeMap<>(amounts.byName()).toString();
  }

  private void line(Object... parts) {
    text.append(Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(" ")));
    text.append('\n');
  }
}
