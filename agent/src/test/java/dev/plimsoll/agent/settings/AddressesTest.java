package dev.plimsoll.agent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0:9753, 0.0.0.0, 9753",
    "127.0.0.1:0, 127.0.0.1, 0",
    "[::1]:65535, 0:0:0:0:0:0:0:1, 65535",
  })
  void takesAHostAndAPort(String text, String host, int port) throws WrongSettingException {
    InetSocketAddress address = Addresses.parse(text);
    assertEquals(host, address.getAddress().getHostAddress());
    assertEquals(port, address.getPort());
  }

  @ParameterizedTest
  @ValueSource(strings = {":9753", ":0"})
  void takesAPortForEveryAddress(String text) throws WrongSettingException {
    assertTrue(Addresses.parse(text).getAddress().isAnyLocalAddress());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9753",
        "localhost",
        "localhost:",
        "localhost:x",
        ":-1",
        ":65536",
        ":123456",
        "::1:9753",
        "[::1:9753",
        "a b:1",
        "[]:1",
        "http://localhost:9753"
      })
  void refusesEverythingElse(String text) {
    assertThrows(WrongSettingException.class, () -> Addresses.parse(text));
  }
}
