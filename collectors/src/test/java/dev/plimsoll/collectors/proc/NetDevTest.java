package dev.plimsoll.collectors.proc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.proc.NetDev.Interface;
import dev.plimsoll.collectors.proc.NetDev.Received;
import dev.plimsoll.collectors.proc.NetDev.Sent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetDevTest {

  @Test
  void theFirstNumberMayStandAtTheColon() throws Exception {
    String lines = "header\nheader\n  eth0:1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16\n";
    byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(
            new Interface(
                "eth0",
                new Received(1, 2, 3, 4, 5, 6, 7, 8),
                new Sent(9, 10, 11, 12, 13, 14, 15, 16))),
        NetDev.parse(new KernelText("dev", bytes)).interfaces());
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-colon", "short-line"})
  void aLineThatDoesNotParseTakesNoOtherWithIt(String fault) {
    List<Interface> interfaces =
        new KernelReader()
            .section(Fixture.bad("netdev/" + fault), Need.REQUIRED, NetDev::parse)
            .present()
            .orElseThrow()
            .interfaces();
    assertEquals(List.of("eth0"), interfaces.stream().map(Interface::name).toList());
  }
}
