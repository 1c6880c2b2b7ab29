package dev.plimsoll.agent.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that are named for what is wrong with them.
final class BadWebConfigTest {
  private static final Path FOLDER = Path.of("src/test/resources/web-config");

  /// F stands for the file, D for its folder.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          authority-without-client-auth | F line 1: client_ca_file: needs client_auth_type
          ciphers-not-a-list | F line 1: cipher_suites: is not a list
          client-auth-without-authority | F line 4: client_auth_type: needs client_ca_file
          header-with-newline | F line 1: X-Frame-Options: has characters that no header may have
          http2-neither | F line 1: http2: maybe is neither true nor false
          missing-certificate | D/none.crt is not there
          no-certificate-in-file | D/unknown-section.yml has no certificate: No certificate data found
          no-key-file | F: key_file: is needed
          not-yaml | F line 2: expected the node content, but found '<stream end>'
          old-protocol | F line 4: min_version: TLS10 is not one of [TLS12, TLS13]
          plain-password | F line 2: alice: is not a bcrypt hash
          protocols-crossed | F line 1: min_version: is above max_version
          unknown-client-auth | F line 1: client_auth_type: Sometimes is not known
          unknown-curve | F line 1: curve_preferences: Curve9 is not known here
          unknown-field | F line 3: keyfile: is not known here
          unknown-header | F line 1: X-Mine: is not known here
          unknown-section | F line 1: tls_server_confg: is not known here
          user-twice | F line 3: alice: set already in line 2
          users-as-list | F line 1: basic_auth_users: is not a map
          """)
  void saysWhatIsWrongAndWhere(String name, String message) {
    String file = FOLDER + "/" + name + ".yml";
    WrongSettingException wrong =
        assertThrows(WrongSettingException.class, () -> WebAccess.of(Path.of(file)));
    String expected = message.replaceFirst("^F", file).replaceFirst("^D", FOLDER.toString());
    assertEquals(expected, wrong.getMessage());
  }
}
