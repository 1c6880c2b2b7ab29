package dev.plimsoll.dashboards;

import static dev.plimsoll.dashboards.Scope.PODS;
import static dev.plimsoll.dashboards.Scope.max;
import static dev.plimsoll.dashboards.Scope.sum;
import static dev.plimsoll.dashboards.Scope.top;

import dev.plimsoll.dashboards.grafana.Colour;
import dev.plimsoll.dashboards.grafana.Dashboard;
import dev.plimsoll.dashboards.grafana.Panel;
import dev.plimsoll.dashboards.grafana.Panel.State;
import dev.plimsoll.dashboards.grafana.Row;
import dev.plimsoll.dashboards.grafana.Unit;
import java.util.List;

/// How pods start, are probed, restart and end.
final class LifecycleDashboard {
  private static final String CONTAINER = "namespace, pod, container";

  private LifecycleDashboard() {}

  static Dashboard dashboard() {
    return new Dashboard(
        "plimsoll-lifecycle",
        "Plimsoll / Probes and lifecycle",
        "How pods start, how their probes fare, why their containers restart, and how they end.",
        List.of(
            Scope.CLUSTER,
            Scope.JOB,
            Scope.MANY_NODES,
            Scope.NAMESPACE,
            Scope.WORKLOAD,
            Scope.MANY_PODS),
        Events.ofPods(),
        List.of(Probes.row(), Probes.results(), states(), starts(), ends()));
  }

  private static Row states() {
    return Row.of("States", ready(), waiting(), phases());
  }

  private static Panel ready() {
    return Panel.states(
            "Ready",
            "When each pod took traffic.",
            new State("ready", Colour.FREE),
            new State("not ready", Colour.WAITING))
        .query(max("namespace, pod", PODS.of("pod_ready")), "{{namespace}}/{{pod}}")
        .link(".*", Links.POD_OF_LINE);
  }

  private static Panel waiting() {
    return Panel.table(
            "Containers that do not run",
            "Containers that wait or have ended, and why. Init containers that are done are not among them.")
        .wide(12)
        .query(
            max(
                CONTAINER + ", state, reason",
                PODS.of("container_state", "state!=\"running\", reason!=\"Completed\"")),
            "Now")
        .link("^Container$", Links.CONTAINER)
        .link("^Pod$", Links.POD);
  }

  private static Panel phases() {
    return Panel.stack("Pods by phase", "How many pods are in each phase.", Unit.NUMBER)
        .query(sum("phase", PODS.of("pod_phase")), "{{phase}}")
        .colour("^Running$", Colour.FREE)
        .colour("^Pending$", Colour.WAITING)
        .colour("^Failed$", Colour.ERROR);
  }

  private static Row starts() {
    return Row.of("Starts", startup(), restarts(), lastExits());
  }

  private static Panel startup() {
    return Panel.table(
            "From creation to ready",
            "Seconds from the pod's creation until it reached each stage. A long way to initialized is an init"
                + " container or an image; from there to containers_ready the start of the program and its probes.")
        .query(top(max("namespace, pod, stage", PODS.of("pod_startup_seconds"))), "Since creation")
        .unit("^Since creation$", Unit.SECONDS)
        .link("^Pod$", Links.POD);
  }

  private static Panel restarts() {
    return Panel.lines("Restarts", "Restarts of containers as they happen.", Unit.NUMBER)
        .query(
            sum(CONTAINER, PODS.increase("container_restarts_total")) + " > 0",
            "{{pod}}/{{container}}")
        .link(".*", Links.CONTAINER_OF_LINE);
  }

  private static Panel lastExits() {
    return Panel.table(
            "Last exits",
            "How long ago the run before this one ended, with its reason and exit code. 137 without OOMKilled is a"
                + " SIGKILL: the grace period was not enough. 143 is SIGTERM.")
        .wide(12)
        .query(
            "time() - "
                + max(
                    CONTAINER + ", reason, exit_code", PODS.of("container_last_exit_time_seconds")),
            "Ago")
        .unit("^Ago$", Unit.SECONDS)
        .link("^Container$", Links.CONTAINER)
        .link("^Pod$", Links.POD);
  }

  private static Row ends() {
    return Row.of("Ends", terminating(), unheard(), grace());
  }

  private static Panel terminating() {
    return Panel.table(
            "Pods being deleted",
            "Seconds until the kubelet kills what is left. Below zero the pod should be gone: its node or its"
                + " volumes hold it.")
        .wide(12)
        .query(
            max("namespace, pod", PODS.of("pod_deletion_deadline_time_seconds")) + " - time()",
            "Left")
        .unit("^Left$", Unit.SECONDS)
        .link("^Pod$", Links.POD);
  }

  private static Panel unheard() {
    return Panel.table(
            "Containers that do not hear that they should end",
            "Their first process does not handle the signal by which it is asked to, so that each deletion waits for"
                + " the whole grace period and then kills.")
        .wide(12)
        .query(
            max(CONTAINER + ", signal", PODS.of("container_sigterm_handled")) + " == 0", "Handled")
        .link("^Container$", Links.CONTAINER)
        .link("^Pod$", Links.POD);
  }

  private static Panel grace() {
    return Panel.table(
            "Grace periods",
            "How long each pod may take to end before it is killed, longest first.")
        .query(top(max("namespace, pod", PODS.of("pod_termination_grace_seconds"))), "Grace")
        .unit("^Grace$", Unit.SECONDS)
        .link("^Pod$", Links.POD);
  }
}
