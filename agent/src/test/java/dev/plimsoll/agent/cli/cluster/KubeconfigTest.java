package dev.plimsoll.agent.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.agent.access.TestIdentity;
import dev.plimsoll.agent.settings.WrongSettingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Kubeconfigs, and files that are named for what is wrong with them.
class KubeconfigTest {
  private static final Path FOLDER = Path.of("src/test/resources/kubeconfig");

  private static ClusterAccess access(String list, Optional<String> context) throws Exception {
    ClusterChoice choice = new ClusterChoice(Optional.empty(), context, Path.of("/nonexistent"));
    return choice.access(Map.of("KUBECONFIG", list), "plimsoll/test");
  }

  /// F stands for the file, D for its folder.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          auth-provider | F line 12: auth-provider: credential plugins are not supported; use a token or a certificate
          authority-missing | F line 9: certificate-authority: cannot read D/none.crt
          authority-not-base64 | F line 9: certificate-authority-data: is not Base64
          certificate-malformed | F line 12: client-key-data: F: client-certificate-data has no certificate: No certificate data found
          certificate-without-key | F line 12: client-certificate-data: needs client-key
          cluster-without-server | F: server: is needed
          context-without-cluster | F: cluster: is needed
          contexts-not-a-list | F line 4: contexts: is not a list
          exec-plugin | F line 12: exec: credential plugins are not supported; use a token or a certificate
          insecure-neither | F line 9: insecure-skip-tls-verify: perhaps is neither true nor false
          no-current-context | F: no current-context; --context names one
          no-such-cluster | F: no cluster is called far
          no-such-context | F: no context is called prod
          no-such-user | F: no user is called you
          not-yaml | F line 8: expected the node content, but found '-'
          password | F line 12: username: is not supported
          proxy | F line 9: proxy-url: is not supported
          server-not-http | F line 9: server: ftp://127.0.0.1 is no address of a server
          token-file-missing | F line 12: tokenFile: cannot read D/none
          token-with-space | F line 12: token: is not a token
          """)
  void saysWhatIsWrongAndWhere(String name, String message) {
    String file = FOLDER + "/" + name + ".yml";
    WrongSettingException wrong =
        assertThrows(WrongSettingException.class, () -> access(file, Optional.empty()));
    String expected =
        message
            .replaceFirst("^F", file)
            .replace(" F:", " " + file + ":")
            .replace(" D/", " " + FOLDER + "/");
    assertEquals(expected, wrong.getMessage());
  }

  @Test
  void theFirstFileThatHasSomethingWins() throws Exception {
    ClusterAccess access = access("/nonexistent/one:" + FOLDER + "/good.yml", Optional.of("dev"));
    assertEquals("https://127.0.0.1:6443", access.server().address().toString());
    assertEquals("shop", access.namespace());
    assertEquals(
        "abc.def",
        new String(
            access.credentials().token().orElseThrow().read(100), StandardCharsets.US_ASCII));
    assertFalse(access.toString().contains("abc.def"), "a secret in a text");
  }

  @Test
  void certificatesInsideAndInFiles(@TempDir Path folder) throws Exception {
    TestIdentity me = TestIdentity.make(folder, "me");
    String key = Base64.getEncoder().encodeToString(Files.readAllBytes(me.key()));
    String certificate = Base64.getEncoder().encodeToString(Files.readAllBytes(me.certificate()));
    for (String user :
        new String[] {
          "client-certificate-data: " + certificate + ", client-key-data: " + key,
          "client-certificate: me.crt, client-key: me.key"
        }) {
      String good = Files.readString(FOLDER.resolve("good.yml"));
      Path file = folder.resolve("config");
      Files.writeString(file, good.replace("token: abc.def", user));
      ClusterAccess access = access(file.toString(), Optional.empty());
      assertEquals(1, access.credentials().keys().size());
    }
  }

  @Test
  void noClusterAtAll() {
    ClusterChoice choice =
        new ClusterChoice(Optional.empty(), Optional.empty(), Path.of("/nonexistent"));
    WrongSettingException wrong =
        assertThrows(
            WrongSettingException.class,
            () -> choice.access(Map.of("HOME", "/nowhere"), "plimsoll/test"));
    assertEquals(
        "which cluster? There is no service account at /nonexistent and no /nowhere/.kube/config",
        wrong.getMessage());
  }
}
