package dev.plimsoll.agent.metrics.kube;

import dev.plimsoll.agent.metrics.Family;
import dev.plimsoll.agent.metrics.Sink;
import dev.plimsoll.agent.pod.Pod;
import dev.plimsoll.agent.pod.PodIdentity.Owner;
import dev.plimsoll.agent.pod.PodSpec;
import dev.plimsoll.agent.pod.PodSpec.Volume;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Optional;

/// What a pod is.
final class KubePod {
  private static final Family INFO =
      Family.gauge(
          "kube_pod_info",
          "Information about pod.",
          "namespace",
          "pod",
          "uid",
          "host_ip",
          "pod_ip",
          "node",
          "created_by_kind",
          "created_by_name",
          "priority_class",
          "host_network");
  private static final Family OWNER =
      Family.gauge(
          "kube_pod_owner",
          "Information about the Pod's owner.",
          "namespace",
          "pod",
          "uid",
          "owner_kind",
          "owner_name",
          "owner_is_controller");
  private static final Family RESTART_POLICY =
      gauge("kube_pod_restart_policy", "Describes the restart policy in use by this pod.", "type");
  private static final Family SERVICE_ACCOUNT =
      gauge("kube_pod_service_account", "The service account for a pod.", "service_account");
  private static final Family OVERHEAD_CPU =
      gauge(
          "kube_pod_overhead_cpu_cores",
          "The pod overhead in regards to cpu cores associated with running a pod.");
  private static final Family OVERHEAD_MEMORY =
      gauge(
          "kube_pod_overhead_memory_bytes",
          "The pod overhead in regards to memory associated with running a pod.");
  private static final Family CLAIM =
      gauge(
          "kube_pod_spec_volumes_persistentvolumeclaims_info",
          "Information about persistentvolumeclaim volumes in a pod.",
          "volume",
          "persistentvolumeclaim",
          "ephemeral");
  private static final Family CLAIM_READ_ONLY =
      gauge(
          "kube_pod_spec_volumes_persistentvolumeclaims_readonly",
          "Describes whether a persistentvolumeclaim is mounted read only.",
          "volume",
          "persistentvolumeclaim");

  private KubePod() {}

  /// @param more labels beside those that every series of a pod has
  static Family gauge(String name, String help, String... more) {
    String[] labels = new String[more.length + 3];
    labels[0] = "namespace";
    labels[1] = "pod";
    labels[2] = "uid";
    System.arraycopy(more, 0, labels, 3, more.length);
    return Family.gauge(name, help, labels);
  }

  static void write(Pod pod, Labels own, Sink sink) {
    PodSpec spec = pod.spec();
    List<Owner> owners = owners(pod);
    sink.sample(INFO, info(pod, owners, own), 1);
    owners.forEach(owner -> sink.sample(OWNER, owner(own, owner), 1));
    if (owners.isEmpty()) sink.sample(OWNER, noOwner(own), 1);
    sink.sample(RESTART_POLICY, own.add("type", spec.restartPolicy()), 1);
    sink.sample(SERVICE_ACCOUNT, own.add("service_account", spec.serviceAccount()), 1);
    spec.overhead().get("cpu").ifPresent(cores -> sink.sample(OVERHEAD_CPU, own, cores));
    spec.overhead().get("memory").ifPresent(bytes -> sink.sample(OVERHEAD_MEMORY, own, bytes));
    spec.volumes().forEach(volume -> write(volume, pod, own, sink));
  }

  /// A claim that is made for the pod alone is named for the pod and the volume.
  private static void write(Volume volume, Pod pod, Labels own, Sink sink) {
    boolean isEphemeral = volume.type().equals("ephemeral");
    String claim = isEphemeral ? pod.name() + '-' + volume.name() : volume.claim();
    if (claim.isEmpty()) return;
    Labels labels = own.add("volume", volume.name()).add("persistentvolumeclaim", claim);
    sink.sample(CLAIM, labels.add("ephemeral", isEphemeral ? "true" : ""), 1);
    if (!isEphemeral) sink.sample(CLAIM_READ_ONLY, labels, volume.readOnly() ? 1 : 0);
  }

  /// The API server's copy of a static pod belongs to the node, which the kubelet does not tell.
  private static List<Owner> owners(Pod pod) {
    List<Owner> owners = pod.identity().owners();
    return owners.isEmpty() && pod.identity().isStatic()
        ? List.of(new Owner("Node", pod.spec().node(), true))
        : owners;
  }

  private static Labels info(Pod pod, List<Owner> owners, Labels own) {
    Optional<Owner> creator = owners.stream().filter(Owner::isController).findFirst();
    return own.merge(
        Labels.of(
            "host_ip", pod.status().hostIp(),
            "pod_ip", pod.status().podIp(),
            "node", pod.spec().node(),
            "created_by_kind", creator.map(Owner::kind).orElse(""),
            "created_by_name", creator.map(Owner::name).orElse(""),
            "priority_class", pod.spec().priorityClass(),
            "host_network", Boolean.toString(pod.spec().hostNetwork())));
  }

  private static Labels owner(Labels own, Owner owner) {
    return own.merge(
        Labels.of(
            "owner_kind", owner.kind(),
            "owner_name", owner.name(),
            "owner_is_controller", Boolean.toString(owner.isController())));
  }

  private static Labels noOwner(Labels own) {
    return own.merge(Labels.of("owner_kind", "", "owner_name", "", "owner_is_controller", ""));
  }
}
