package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a query of `/metrics/node` may ask for.
class NodePageTest {
  private static final String PAGE = "/metrics/node?";

  @TempDir private Path folder;

  @Test
  void collectAndExcludeChooseCollectorsAndWhatCannotBeIsRefused() throws Exception {
    try (RunningAgent agent = RunningAgent.start(folder, "--no-collector.entropy")) {
      String load = agent.text(PAGE + "collect%5B%5D=loadavg&collect%5B%5D=stat");
      assertTrue(load.contains("\nnode_load1 "), load);
      assertTrue(load.contains("\nnode_boot_time_seconds "), load);
      assertTrue(load.contains("\nnode_exporter_build_info{"), load);
      assertFalse(load.contains("node_memory_"), load);
      assertFalse(agent.text(PAGE + "exclude%5B%5D=loadavg").contains("node_load1"));
      assertEquals(400, agent.status(PAGE + "collect%5B%5D=stat&exclude%5B%5D=loadavg"));
      assertEquals(400, agent.status(PAGE + "collect%5B%5D=nonsense"));
      assertEquals(400, agent.status(PAGE + "collect%5B%5D=entropy"));
    }
  }
}
