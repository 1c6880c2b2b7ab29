package dev.plimsoll.agent.pod.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.pod.KeptAnnotations;
import dev.plimsoll.agent.pod.PodJson;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/// Pods are asked for without the Kubernetes client for Java, which would cost the agent much
/// memory and fails on what a later Kubernetes adds.
class LoadedClassesTest {
  @Test
  void asksWithoutACostlyClient() throws JMException {
    Server nobody =
        new Server(
            URI.create("https://127.0.0.1:1"),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            Duration.ofSeconds(1),
            "plimsoll/test");
    assertEquals(
        Trouble.UNREACHABLE,
        assertThrows(
                PodSourceException.class,
                () -> new KubeletPods(nobody, new PodJson(KeptAnnotations.none())).fetch())
            .trouble());
    String classes = classes();
    assertTrue(classes.contains("dev.plimsoll.agent.pod.source.Client"), "no list of classes");
    assertEquals(
        List.of(), classes.lines().filter(line -> line.contains("io.kubernetes")).toList());
  }

  private static String classes() throws JMException {
    Object list =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "vmClassHierarchy",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return String.valueOf(list);
  }
}
