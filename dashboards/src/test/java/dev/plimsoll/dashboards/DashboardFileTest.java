package dev.plimsoll.dashboards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.dashboards.grafana.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The committed JSON is what the builder makes; `-Dgolden.update=true` writes it anew.
final class DashboardFileTest {
  static final Path FOLDER = Path.of("grafana");

  static Stream<Dashboard> dashboards() {
    return Dashboards.all().stream();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void fileIsWhatTheBuilderMakes(Dashboard dashboard) throws IOException {
    Path file = FOLDER.resolve(dashboard.uid() + ".json");
    if (Boolean.getBoolean("golden.update")) Files.writeString(file, dashboard.json());
    assertEquals(
        dashboard.json(),
        Files.readString(file),
        "mvn verify -pl dashboards -am -Dgolden.update=true writes it anew");
  }

  @Test
  void everyFileHasItsDashboard() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(dashboards().count(), files.count());
    }
  }
}
