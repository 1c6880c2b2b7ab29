package dev.plimsoll.daemonset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kubernetes.client.openapi.models.V1ClusterRole;
import io.kubernetes.client.openapi.models.V1ClusterRoleBinding;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PolicyRule;
import io.kubernetes.client.openapi.models.V1Probe;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The plain manifest: valid to the letter, and no more privileged than it says.
///
/// The models hold every field to be nullable; one that is missing here fails its test at once.
@NullUnmarked
final class ManifestTest {
  private static final Path FILE = Path.of("plimsoll.yaml");

  private final Manifest manifest = Manifest.read(FILE);

  ManifestTest() throws IOException {}

  /// `-Dgolden.update=true` writes it anew.
  @Test
  void isWhatTheChartGives() throws IOException {
    String rendered = PlainManifest.render();
    if (Boolean.getBoolean("golden.update")) Files.writeString(FILE, rendered);
    assertEquals(
        rendered,
        Files.readString(FILE),
        "mvn verify -pl daemonset -am -Dgolden.update=true writes it anew");
  }

  @Test
  void aFieldThatKubernetesDoesNotHaveIsRefused() throws IOException {
    String wrong = Files.readString(FILE).replace("hostPID: true", "hostPid: true");
    assertThrows(IllegalArgumentException.class, () -> Manifest.parse(wrong));
  }

  @Test
  void rightsAreTheKubeletsReadingPathsTheWatchOfPodsAndTheNode() {
    Set<String> rights = new TreeSet<>();
    for (V1PolicyRule rule : manifest.the(V1ClusterRole.class).getRules()) {
      assertEquals(List.of(""), rule.getApiGroups());
      for (String resource : rule.getResources()) {
        for (String verb : rule.getVerbs()) rights.add(verb + ' ' + resource);
      }
    }
    assertEquals(
        Set.of(
            "get nodes/pods",
            "get nodes/metrics",
            "get nodes/stats",
            "get nodes",
            "get pods",
            "list pods",
            "watch pods"),
        rights);
  }

  @Test
  void theRightThatAllowsExecIsNowhereInTheFile() throws IOException {
    assertFalse(Files.readString(FILE).contains("nodes/proxy"));
  }

  @Test
  void namesFitTogether() {
    V1DaemonSet set = manifest.the(V1DaemonSet.class);
    V1ServiceAccount account = manifest.the(V1ServiceAccount.class);
    V1ClusterRoleBinding binding = manifest.the(V1ClusterRoleBinding.class);
    String namespace = manifest.the(V1Namespace.class).getMetadata().getName();
    assertEquals(namespace, set.getMetadata().getNamespace());
    assertEquals(namespace, account.getMetadata().getNamespace());
    assertEquals(account.getMetadata().getName(), pod().getServiceAccountName());
    assertEquals(account.getMetadata().getName(), binding.getSubjects().getFirst().getName());
    assertEquals(namespace, binding.getSubjects().getFirst().getNamespace());
    assertEquals(
        manifest.the(V1ClusterRole.class).getMetadata().getName(), binding.getRoleRef().getName());
    assertTrue(
        set.getSpec()
            .getTemplate()
            .getMetadata()
            .getLabels()
            .entrySet()
            .containsAll(set.getSpec().getSelector().getMatchLabels().entrySet()));
  }

  @Test
  void namespaceAllowsWhatThePodAsksFor() {
    assertEquals(
        "privileged",
        manifest
            .the(V1Namespace.class)
            .getMetadata()
            .getLabels()
            .get("pod-security.kubernetes.io/enforce"));
  }

  @Test
  void tokenIsMountedInThePodAloneAndNotForTheAccount() {
    assertEquals(false, manifest.the(V1ServiceAccount.class).getAutomountServiceAccountToken());
    assertEquals(true, pod().getAutomountServiceAccountToken());
  }

  @Test
  void capabilitiesAreTwo() {
    V1SecurityContext security = container().getSecurityContext();
    assertEquals(List.of("ALL"), security.getCapabilities().getDrop());
    assertEquals(List.of("SYS_PTRACE", "DAC_READ_SEARCH"), security.getCapabilities().getAdd());
    assertEquals(false, security.getPrivileged());
    assertEquals(false, security.getAllowPrivilegeEscalation());
    assertEquals(true, security.getReadOnlyRootFilesystem());
  }

  @Test
  void onlyProcessIdsAreTheHosts() {
    assertEquals(true, pod().getHostPID());
    assertTrue(pod().getHostNetwork() == null && pod().getHostIPC() == null);
  }

  @Test
  void everyMountIsReadOnlyAndHasItsVolume() {
    Set<String> volumes = new TreeSet<>();
    pod().getVolumes().forEach(volume -> volumes.add(volume.getName()));
    Set<String> mounted = new TreeSet<>();
    for (V1VolumeMount mount : container().getVolumeMounts()) {
      assertEquals(true, mount.getReadOnly(), mount.getName());
      mounted.add(mount.getName());
    }
    assertEquals(volumes, mounted);
  }

  @Test
  void probesAskThePortThatIsNamed() {
    assertEquals("metrics", container().getPorts().getFirst().getName());
    assertEquals(9753, container().getPorts().getFirst().getContainerPort());
    assertEquals("/healthz", path(container().getLivenessProbe()));
    assertEquals("/healthz", path(container().getStartupProbe()));
    assertEquals("/readyz", path(container().getReadinessProbe()));
  }

  private static String path(V1Probe probe) {
    assertEquals("metrics", probe.getHttpGet().getPort().getStrValue());
    return probe.getHttpGet().getPath();
  }

  @Test
  void memoryIsBoundedAndProcessorTimeIsNot() {
    assertEquals(Set.of("cpu", "memory"), container().getResources().getRequests().keySet());
    assertEquals(Set.of("memory"), container().getResources().getLimits().keySet());
  }

  @Test
  void argumentsAreOptionsThatTheProgramHas() {
    ProgramOptions.assertAccepts(container().getArgs());
  }

  private V1PodSpec pod() {
    return manifest.the(V1DaemonSet.class).getSpec().getTemplate().getSpec();
  }

  private V1Container container() {
    List<V1Container> containers = pod().getContainers();
    assertEquals(1, containers.size());
    return containers.getFirst();
  }
}
