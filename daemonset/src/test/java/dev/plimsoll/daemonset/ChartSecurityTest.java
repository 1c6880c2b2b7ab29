package dev.plimsoll.daemonset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the chart asks of a node, in each of its two profiles.
///
/// The models hold every field to be nullable; one that is missing here fails its test at once.
@NullUnmarked
final class ChartSecurityTest {
  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/plimsoll";

  private static V1PodTemplateSpec pod(Manifest manifest) {
    return manifest.the(V1DaemonSet.class).getSpec().getTemplate();
  }

  private static V1PodTemplateSpec pod(String values) throws IOException {
    return pod(Chart.ofSources().render(values));
  }

  private static V1Container agent(V1PodTemplateSpec pod) {
    return pod.getSpec().getContainers().getFirst();
  }

  private static String variable(V1Container container, String name) {
    return container.getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void minimalHasNeitherRootNorCapabilities() throws IOException {
    V1PodTemplateSpec pod = pod("privileges: minimal");
    V1SecurityContext security = agent(pod).getSecurityContext();
    assertEquals(true, pod.getSpec().getSecurityContext().getRunAsNonRoot());
    assertEquals(65534, security.getRunAsUser());
    assertEquals(65534, security.getRunAsGroup());
    assertEquals(List.of("ALL"), security.getCapabilities().getDrop());
    assertTrue(
        security.getCapabilities().getAdd() == null
            || security.getCapabilities().getAdd().isEmpty());
    assertNull(security.getAppArmorProfile());
    assertEquals(true, security.getReadOnlyRootFilesystem());
    assertEquals(false, security.getAllowPrivilegeEscalation());
  }

  @Test
  void minimalSeesTheHostsFilesByAMountThatIsReadOnly() throws IOException {
    V1Container agent = agent(pod("privileges: minimal"));
    V1VolumeMount root =
        agent.getVolumeMounts().stream()
            .filter(mount -> mount.getName().equals("root"))
            .findFirst()
            .orElseThrow();
    assertEquals(true, root.getReadOnly());
    assertEquals("HostToContainer", root.getMountPropagation());
    assertEquals("/host/root", variable(agent, "PLIMSOLL_PATH_ROOTFS"));
  }

  @Test
  void fullHasTwoCapabilities() throws IOException {
    V1PodTemplateSpec pod = pod("privileges: full");
    V1SecurityContext security = agent(pod).getSecurityContext();
    assertEquals(0, security.getRunAsUser());
    assertEquals(List.of("SYS_PTRACE", "DAC_READ_SEARCH"), security.getCapabilities().getAdd());
    assertEquals("Unconfined", security.getAppArmorProfile().getType());
    assertFalse(pod.getMetadata().getAnnotations().containsKey(APP_ARMOR));
  }

  @Test
  void anApiServerBeforeTheFieldOfAppArmorGetsTheAnnotation() throws IOException {
    V1PodTemplateSpec pod = pod(Manifest.parse(Chart.ofSources().text("{}", "1.20.2")));
    assertNull(agent(pod).getSecurityContext().getAppArmorProfile());
    assertEquals("unconfined", pod.getMetadata().getAnnotations().get(APP_ARMOR));
  }

  @Test
  void withoutTheHostsProcessIdsItsProcIsMounted() throws IOException {
    V1PodTemplateSpec pod = pod("hostPID: false");
    assertNull(pod.getSpec().getHostPID());
    assertEquals("/host/proc", variable(agent(pod), "PLIMSOLL_PATH_PROCFS"));
    assertEquals("/host/proc/1/root", variable(agent(pod), "PLIMSOLL_PATH_ROOTFS"));
  }

  @Test
  void probesUseTheTlsThatThePortHas() throws IOException {
    V1Container agent = agent(pod("webConfig: {existingSecret: web, tls: true}"));
    assertTrue(agent.getArgs().contains("--web.config.file=/etc/plimsoll-web/web-config.yml"));
    assertEquals("HTTPS", agent.getLivenessProbe().getHttpGet().getScheme());
    assertEquals("HTTPS", agent.getReadinessProbe().getHttpGet().getScheme());
    assertNull(agent(pod("{}")).getLivenessProbe().getHttpGet().getScheme());
  }

  @Test
  void whatIsGivenWinsOverTheProfile() throws IOException {
    V1SecurityContext security =
        agent(pod("containerSecurityContext: {runAsUser: 7, seLinuxOptions: {type: spc_t}}"))
            .getSecurityContext();
    assertEquals(7, security.getRunAsUser());
    assertEquals(0, security.getRunAsGroup());
    assertNotNull(security.getSeLinuxOptions());
  }

  static Stream<String> values() throws IOException {
    try (Stream<Path> files = Files.list(Chart.FOLDER.resolve("ci"))) {
      return Stream.concat(Stream.of("{}"), files.toList().stream().map(ChartSecurityTest::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void nothingIsWritableAndNothingOpensContainers(String values) throws IOException {
    String text = Chart.ofSources().text(values, Chart.KUBERNETES);
    assertFalse(text.contains("nodes/proxy"));
    V1PodTemplateSpec pod = pod(Manifest.parse(text));
    for (V1VolumeMount mount : agent(pod).getVolumeMounts()) {
      assertEquals(true, mount.getReadOnly(), mount.getName());
    }
    V1SecurityContext security = agent(pod).getSecurityContext();
    assertEquals(true, security.getReadOnlyRootFilesystem());
    assertEquals(false, security.getPrivileged());
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyArgumentIsAnOptionOfTheProgram(String values) throws IOException {
    ProgramOptions.assertAccepts(agent(pod(values)).getArgs());
  }

  @ParameterizedTest
  @MethodSource("values")
  void selectorsChooseThePods(String values) throws IOException {
    Manifest manifest = Chart.ofSources().render(values);
    var labels = pod(manifest).getMetadata().getLabels().entrySet();
    var selector = manifest.the(V1DaemonSet.class).getSpec().getSelector().getMatchLabels();
    assertTrue(labels.containsAll(selector.entrySet()));
    for (var service : manifest.all(io.kubernetes.client.openapi.models.V1Service.class)) {
      assertTrue(labels.containsAll(service.getSpec().getSelector().entrySet()));
    }
    for (var policy : manifest.all(io.kubernetes.client.openapi.models.V1NetworkPolicy.class)) {
      assertTrue(labels.containsAll(policy.getSpec().getPodSelector().getMatchLabels().entrySet()));
    }
  }
}
