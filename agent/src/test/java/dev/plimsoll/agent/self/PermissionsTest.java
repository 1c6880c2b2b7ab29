package dev.plimsoll.agent.self;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.pod.PodTable;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import dev.plimsoll.collectors.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionsTest {
  private static final String IN_A_POD =
      "4:memory:/kubepods/burstable/pod2251d0ec-b51d-4e9b-916c-c62ba3c55c36/"
          + "5bdf7344960dff5c71c91b8492df8ac8be84e8d5afd8c24d3ceb3adc552a1544\n";

  @TempDir private Path folder;

  @Test
  void learnsFromThoseThatRefuse() {
    assertEquals(Map.of(), learnt(source("kubelet", "timeout", 0), source("api", "", 0)));
    assertEquals(
        Map.of("get nodes/pods", false, "list and watch pods", true),
        learnt(source("kubelet", "forbidden", 0), source("api", "", 3)));
    assertEquals(Map.of("get nodes/pods", true), learnt(source("kubelet", "", 1)));
    assertEquals(Map.of("list and watch pods", false), learnt(source("api", "unauthorized", 2)));
  }

  @Test
  void triesWhatItMayDoOnTheHost() throws IOException {
    Files.createDirectories(folder.resolve("proc/1"));
    Files.writeString(folder.resolve("proc/1/cgroup"), IN_A_POD);
    assertEquals(false, onHost().get("hostPID"));
    assertEquals(false, onHost().get("CAP_SYS_PTRACE"));
    assertEquals(false, onHost().get(folder + "/root/"));
    Files.writeString(folder.resolve("proc/1/cgroup"), "4:memory:/init.scope\n");
    Files.writeString(folder.resolve("proc/1/io"), "rchar: 1\n");
    Files.createDirectories(folder.resolve("root/etc"));
    assertEquals(true, onHost().get("hostPID"));
    assertEquals(true, onHost().get("CAP_SYS_PTRACE"));
    assertEquals(true, onHost().get(folder + "/root/"));
    assertTrue(onHost().containsKey("CAP_DAC_READ_SEARCH"));
  }

  private Map<String, Boolean> onHost() {
    return byName(HostAccess.test(new Roots(folder + "/proc", "/sys", folder + "/root")));
  }

  private static Map<String, Boolean> learnt(SourceReport... sources) {
    PodsReport report =
        new PodsReport(PodTable.empty(), "none", Optional.empty(), List.of(sources));
    return byName(new Permissions(List.of(), () -> report).all());
  }

  private static Map<String, Boolean> byName(List<Permission> permissions) {
    return permissions.stream().collect(Collectors.toMap(Permission::name, Permission::isGranted));
  }

  private static SourceReport source(String name, String troubleClass, long answers) {
    return new SourceReport(
        name, troubleClass, troubleClass, answers, 0, Map.of(), Optional.empty());
  }
}
