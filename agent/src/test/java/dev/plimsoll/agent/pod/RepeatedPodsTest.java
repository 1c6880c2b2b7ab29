package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedPodsTest {
  private static final String LIST =
      "{'kind':'PodList','metadata':{},'items':[%s,%s],'later':[{'items':[{}]}]}";

  private final RepeatedPods pods = new RepeatedPods(new PodJson(KeptAnnotations.none()));

  /// Gives so many bytes at a time.
  private static InputStream drops(byte[] bytes, int most) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return super.read(into, from, Math.min(most, length));
      }
    };
  }

  private List<Pod> read(String json) throws IOException {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return pods.read(new ByteArrayInputStream(bytes));
  }

  private static String pod(String uid, String odd) {
    return "{'metadata':{'uid':'%s','name':'p','namespace':'n','labels':{'odd':'%s'}}}"
        .formatted(uid, odd);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.20", "1.36"})
  void readsWhatRealKubeletsToldHoweverItComes(String version) throws IOException {
    List<Pod> expected = Captured.pods(version + "/pods").pods();
    byte[] bytes = Files.readAllBytes(Captured.file(version + "/pods.json"));
    assertEquals(expected, pods.read(new ByteArrayInputStream(bytes)));
    for (int most : new int[] {1, 7, 1000}) {
      RepeatedPods others = new RepeatedPods(new PodJson(KeptAnnotations.none()));
      assertEquals(expected, others.read(drops(bytes, most)));
    }
  }

  @Test
  void onlyThePodThatHasChangedIsReadAnew() throws IOException {
    List<Pod> first = read(LIST.formatted(pod("a", "1"), pod("b", "2")));
    List<Pod> second = read(LIST.formatted(pod("a", "1"), pod("b", "3")));
    assertSame(first.get(0), second.get(0));
    assertNotSame(first.get(1), second.get(1));
    assertEquals("3", second.get(1).identity().labels().get("odd"));
    assertSame(second.get(0), read(LIST.formatted(pod("c", "1"), pod("a", "1"))).get(1));
  }

  @Test
  void bracketsAndQuotesInTextsAreTexts() throws IOException {
    String odd = "}]{[\\\"\\\\";
    List<Pod> read = read(LIST.formatted(pod("a", odd), pod("b", "\\\\")));
    assertEquals("}]{[\"\\", read.get(0).identity().labels().get("odd"));
    assertEquals("\\", read.get(1).identity().labels().get("odd"));
    byte[] bytes =
        LIST.formatted(pod("a", odd), pod("b", "\\\\"))
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    assertEquals(read, pods.read(drops(bytes, 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'PodList'}",
        "{'kind':'PodList','items':null}",
        "{'kind':'PodList','items':[]}",
        " {'items' : [ ] , 'kind':'PodList'}"
      })
  void aListMayBeEmpty(String json) throws IOException {
    assertEquals(List.of(), read(json));
  }

  @Test
  void spacesAndOtherOrdersAreNoDifference() throws IOException {
    String one = "{ 'items' : [ " + pod("a", "1") + " ] , 'kind' : 'PodList' }";
    String other =
        "{\n'items':\n [\n" + pod("a", "1") + "\n,\t" + pod("b", "1") + "],'kind':'PodList'}";
    assertEquals(1, read(one).size());
    assertEquals(2, read(other).size());
  }

  @Test
  void halfAListIsNone() throws IOException {
    String list = LIST.formatted(pod("a", "1"), pod("b", "2"));
    List<Pod> known = read(list);
    for (int length = 0; length < list.length(); length++) {
      String half = list.substring(0, length);
      assertThrows(IOException.class, () -> read(half), half);
    }
    assertSame(known.get(0), read(list).get(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "[]",
        "7",
        "{'kind':'Status'}",
        "{'kind':'PodList','items':[{'metadata':]}]}",
        "{'kind':'PodList','items':[{'metadata'}]}",
        "{'kind':'PodList','items':[{]]}",
        "{'kind':'PodList']"
      })
  void refusesWhatIsNoList(String json) {
    assertThrows(IOException.class, () -> read(json));
  }

  @Test
  void leavesAPodOrATextThatIsTooLong() {
    String endless = "x".repeat(5 << 20);
    assertThrows(NotPodsException.class, () -> read("{'kind':'PodList','items':[{'" + endless));
    assertThrows(NotPodsException.class, () -> read("{'kind':'" + endless));
  }
}
