package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;

/// The families of containers, once for those that initialise a pod and once for the others.
record KubeContainerFamilies(
    Family info,
    Family started,
    Family waiting,
    Family waitingReason,
    Family running,
    Family terminated,
    Family terminatedReason,
    Family lastReason,
    Family lastExitCode,
    Family lastTime,
    Family ready,
    Family restarts,
    KubeResources requests,
    KubeResources limits) {

  /// @param what `container` or `init container`, as the helps say
  static KubeContainerFamilies of(String prefix, String what) {
    return new KubeContainerFamilies(
        info(prefix, what),
        gauge(prefix + "state_started", "Start time in unix timestamp for a pod " + what + "."),
        gauge(prefix + "status_waiting", whether(what, "waiting state")),
        gauge(
            prefix + "status_waiting_reason",
            "Describes the reason the " + what + " is currently in waiting state.",
            "reason"),
        gauge(prefix + "status_running", whether(what, "running state")),
        gauge(prefix + "status_terminated", whether(what, "terminated state")),
        gauge(
            prefix + "status_terminated_reason",
            "Describes the reason the " + what + " is currently in terminated state.",
            "reason"),
        gauge(
            prefix + "status_last_terminated_reason",
            "Describes the last reason the " + what + " was in terminated state.",
            "reason"),
        gauge(
            prefix + "status_last_terminated_exitcode",
            "Describes the exit code for the last " + what + " in terminated state."),
        gauge(
            prefix + "status_last_terminated_timestamp",
            "Last terminated time for a pod " + what + " in unix timestamp."),
        gauge(
            prefix + "status_ready",
            "Describes whether the " + what + "'s readiness check succeeded."),
        Family.counter(
            prefix + "status_restarts_total",
            "The number of " + what + " restarts per container.",
            "namespace",
            "pod",
            "uid",
            "container"),
        new KubeResources(
            resource(prefix, what, "requests", "The number of requested request resource by a ")),
        new KubeResources(
            resource(prefix, what, "limits", "The number of requested limit resource by a ")));
  }

  private static String whether(String what, String state) {
    return "Describes whether the " + what + " is currently in " + state + ".";
  }

  private static Family info(String prefix, String what) {
    return gauge(
        prefix + "info",
        "Information about " + (what.startsWith("init") ? "an " : "a ") + what + " in a pod.",
        "image",
        "image_id",
        "image_spec",
        "container_id",
        "restart_policy");
  }

  private static Family resource(String prefix, String what, String which, String help) {
    return gauge(prefix + "resource_" + which, help + what + ".", "resource", "unit", "node");
  }

  private static Family gauge(String name, String help, String... more) {
    String[] labels = new String[more.length + 1];
    labels[0] = "container";
    System.arraycopy(more, 0, labels, 1, more.length);
    return KubePod.gauge(name, help, labels);
  }
}
