package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.reading.SourceState.Condition;
import dev.plimsoll.collectors.Source;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BannerTest {
  @Test
  void tellsWhatIsReadAndWhyTheRestIsNot() {
    List<SourceState> sources = new ArrayList<>();
    for (int count = 0; count < 9; count++)
      sources.add(new SourceState(Source.MEMINFO, Condition.READ, ""));
    sources.add(new SourceState(Source.PRESSURE, Condition.ABSENT, "no PSI"));
    sources.add(new SourceState(Source.DISKS, Condition.LATER, "not read yet"));
    sources.add(new SourceState(Source.STAT, Condition.PARTLY, "line 3: \u001b[2J"));
    sources.add(new SourceState(Source.PROCESSES, Condition.FAILED, "Permission denied"));
    assertEquals(
        """
        reads         meminfo meminfo meminfo meminfo meminfo meminfo meminfo meminfo
                      meminfo
        reads in part stat: line 3: \\x1b[2J
        cannot read   processes: Permission denied
        not here      pressure
                      (the page / has why)
        """,
        String.join("\n", Banner.sources(sources)) + '\n');
  }

  @Test
  void tellsAnAddressThatCanBeOpened() throws UnknownHostException {
    byte[] loopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    InetSocketAddress v6 = new InetSocketAddress(InetAddress.getByAddress(loopback), 80);
    String version = "plimsoll (not packaged) serves ";
    assertEquals(
        version + "http://localhost:9753/metrics",
        Banner.address("http", new InetSocketAddress(9753)));
    assertEquals(
        "answers       http://localhost:9754/api/v1", Banner.page(new InetSocketAddress(9754)));
    assertEquals(version + "https://[0:0:0:0:0:0:0:1]:80/metrics", Banner.address("https", v6));
  }
}
