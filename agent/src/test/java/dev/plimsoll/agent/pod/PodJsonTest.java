package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodJsonTest {
  /// Lists of kubelets old and new, and of an API server; `-Dgolden.update=true` writes what was
  /// read anew.
  @ParameterizedTest
  @ValueSource(strings = {"1.20/pods", "1.36/pods", "1.36/api-pods"})
  void readsWhatRealOnesAnswer(String name) throws IOException {
    String text =
        Captured.pods(name).pods().stream()
            .sorted(Comparator.comparing(Pod::namespace).thenComparing(Pod::name))
            .map(PodText::of)
            .collect(Collectors.joining("\n"));
    Path golden = Captured.file(name + ".txt");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertEquals(Files.readString(golden), text);
  }

  @Test
  void anApiServersListHasAVersion() throws IOException {
    assertEquals("9", list(pods("")).resourceVersion());
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws IOException {
    String unknown = "\"later\":{\"a\":[1,{\"b\":[[],{}]}]},\"more\":[[\"x\"]],";
    PodJson.PodList list =
        list(
            pods(
                "{"
                    + unknown
                    + "\"metadata\":{"
                    + unknown
                    + "\"uid\":\"u\",\"name\":\"p\"},"
                    + "\"spec\":{"
                    + unknown
                    + "\"nodeName\":\"n\"}}"));
    assertEquals("p", list.pods().getFirst().name());
    assertEquals("n", list.pods().getFirst().spec().node());
  }

  /// As though a later version had given a field another kind.
  @ParameterizedTest
  @ValueSource(
      strings = {"null", "7", "-1e400", "true", "\"text\"", "[]", "{}", "[[{}]]", "{\"a\":[1]}"})
  void whatIsOfAnotherKindIsNotThere(String value) throws IOException {
    String spec =
        "{'containers':X,'initContainers':[X],'volumes':X,'nodeName':X,'hostNetwork':X,"
            + "'terminationGracePeriodSeconds':X,'overhead':X,'resources':{'limits':X}}";
    String status =
        "{'phase':X,'conditions':[X],'containerStatuses':[X,{'name':'c','state':X,"
            + "'restartCount':X}],'startTime':X}";
    String probe = "{'name':'c','livenessProbe':{'exec':X,'periodSeconds':X},'lifecycle':X}";
    String pod =
        "{'metadata':{'uid':'u','name':'p','labels':X,'ownerReferences':X,'creationTimestamp':X},"
            + "'spec':"
            + spec
            + ",'status':"
            + status
            + "},"
            + "{'metadata':{'uid':'v','name':'q'},'spec':{'containers':["
            + probe
            + "]}}";
    List<Pod> pods = list(pods(pod.replace('\'', '"').replace("X", value))).pods();
    assertEquals(List.of("p", "q"), pods.stream().map(Pod::name).toList());
    assertEquals(1, pods.getLast().containers().getFirst().probes().size());
  }

  @Test
  void whatEndsInTheMiddleIsAnError() throws IOException {
    String whole = Files.readString(Captured.file("1.20/pods.json"));
    for (int end = 0; end < whole.length() - 1; end += 997) {
      String half = whole.substring(0, end);
      assertThrows(IOException.class, () -> list(half), half);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "<html>",
        "{\"kind\":\"Status\",\"code\":403}",
        "{}",
        "{\"kind\":\"PodList\"",
        "\u0000\u0001\uFFFF",
        "{\"kind\":\"PodList\",\"items\":[}"
      })
  void whatIsNoListIsAnError(String text) {
    assertThrows(IOException.class, () -> list(text));
  }

  @Test
  void tooDeepIsAnError() {
    String deep = pods("{\"spec\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    assertThrows(IOException.class, () -> list(deep));
  }

  /// What makes up a pod's secrets is not even kept.
  @Test
  void keepsNoArgumentsAndNoEnvironment() throws IOException {
    String pod =
        "{'metadata':{'uid':'u','name':'p','annotations':{'k':'hunter2'}},"
            + "'spec':{'containers':[{'name':'c','command':['hunter2'],'args':['hunter2'],"
            + "'env':[{'name':'A','value':'hunter2'}]}]},"
            + "'status':{'message':'hunter2','containerStatuses':[{'name':'c',"
            + "'state':{'waiting':{'reason':'R','message':'hunter2'}}}]}}";
    String text = list(pods(pod.replace('\'', '"'))).pods().toString();
    assertTrue(text.contains("reason=R"), text);
    assertEquals(-1, text.indexOf("hunter2"));
  }

  private static String pods(String items) {
    return "{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"9\"},\"items\":["
        + items
        + "]}";
  }

  private static PodJson.PodList list(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(bytes));
  }
}
