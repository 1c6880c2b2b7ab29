package dev.plimsoll.agent.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.plimsoll.agent.access.TestIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus scrapes the agent over TLS, with a user's password.
class SecurePrometheusTest {
  @TempDir private Path folder;

  @Test
  void onlyTheOneWithThePasswordScrapes() throws Exception {
    TestIdentity identity = TestIdentity.make(folder, "node");
    String hash = BCrypt.withDefaults().hashToString(10, "secret".toCharArray());
    Path config =
        Files.writeString(
            folder.resolve("web.yml"),
            """
            tls_server_config: {cert_file: node.crt, key_file: node.key}
            basic_auth_users: {prometheus: %s}
            """
                .formatted(hash));
    try (RunningAgent agent = RunningAgent.start(folder, identity, "--web.config.file=" + config);
        Prometheus prometheus = Prometheus.scraping(folder, settings(identity, agent.address()))) {
      prometheus.await("count_over_time(up[1m]) >= 3");
      prometheus.await("plimsoll_agent_passes_total");
      assertEquals(Set.of("allowed"), prometheus.names("max_over_time(up[1m]) == 1", "job"));
      assertEquals(
          Set.of("stranger", "unencrypted"), prometheus.names("max_over_time(up[1m]) == 0", "job"));
      assertEquals(200, agent.status("/healthz"));
      assertEquals(401, agent.status("/metrics"));
    }
  }

  private static String settings(TestIdentity identity, String target) {
    return """
        global: {scrape_interval: 2s, scrape_timeout: 2s}
        scrape_configs:
        - job_name: allowed
          scheme: https
          tls_config: {ca_file: %1$s}
          basic_auth: {username: prometheus, password: secret}
          static_configs: [{targets: ['%2$s']}]
        - job_name: stranger
          scheme: https
          tls_config: {ca_file: %1$s}
          basic_auth: {username: prometheus, password: guessed}
          static_configs: [{targets: ['%2$s']}]
        - job_name: unencrypted
          basic_auth: {username: prometheus, password: secret}
          static_configs: [{targets: ['%2$s']}]
        """
        .formatted(identity.certificate(), target);
  }
}
