package dev.plimsoll.agent.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSummaryTest {
  private static final String RUNNING =
      "{\"name\":\"c\",\"ready\":true,\"started\":true,\"restartCount\":2,"
          + "\"state\":{\"running\":{}},\"lastState\":{\"terminated\":{\"exitCode\":1,"
          + "\"finishedAt\":\"2026-11-20T06:00:00Z\"}}}";

  /// @param metadata what it has beside its name
  /// @param spec its containers
  /// @param status its phase, conditions and statuses
  private static PodSummary summary(String metadata, String spec, String status)
      throws IOException {
    String json =
        "{\"kind\":\"PodList\",\"items\":[{\"metadata\":{\"uid\":\"1\",\"name\":\"p\""
            + metadata
            + "},\"spec\":{"
            + spec
            + "},\"status\":{"
            + status
            + "}}]}";
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    PodJson.PodList list =
        new PodJson(KeptAnnotations.none()).list(new ByteArrayInputStream(bytes));
    return PodSummary.of(list.pods().getFirst());
  }

  private static String one(String state) throws IOException {
    return summary(
            "",
            "\"containers\":[{\"name\":\"c\"}]",
            "\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"c\",\"state\":{"
                + state
                + "}}]")
        .status();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"waiting\":{\"reason\":\"CrashLoopBackOff\"} | CrashLoopBackOff",
        "\"waiting\":{\"reason\":\"ImagePullBackOff\"} | ImagePullBackOff",
        "\"waiting\":{} | Running",
        "\"terminated\":{\"exitCode\":0,\"reason\":\"Completed\"} | Completed",
        "\"terminated\":{\"exitCode\":137,\"reason\":\"OOMKilled\"} | OOMKilled",
        "\"terminated\":{\"exitCode\":3} | ExitCode:3",
      })
  void saysWhyAContainerDoesNotRun(String state, String word) throws IOException {
    assertEquals(word, one(state));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"running\":{} | Init:1/2",
        "\"waiting\":{\"reason\":\"PodInitializing\"} | Init:1/2",
        "\"waiting\":{\"reason\":\"CrashLoopBackOff\"} | Init:CrashLoopBackOff",
        "\"terminated\":{\"exitCode\":1,\"reason\":\"Error\"} | Init:Error",
        "\"terminated\":{\"exitCode\":4} | Init:ExitCode:4",
        "\"terminated\":{\"exitCode\":0} | PodInitializing",
      })
  void saysHowFarItsBeginningIs(String state, String word) throws IOException {
    PodSummary summary =
        summary(
            "",
            "\"initContainers\":[{\"name\":\"a\",\"restartPolicy\":\"Always\"},{\"name\":\"b\"}],"
                + "\"containers\":[{\"name\":\"c\"}]",
            "\"phase\":\"Pending\",\"initContainerStatuses\":["
                + RUNNING.replace("\"c\"", "\"a\"")
                + ",{\"name\":\"b\",\"restartCount\":5,\"state\":{"
                + state
                + "}}],\"containerStatuses\":[{\"name\":\"c\",\"state\":{\"waiting\":"
                + "{\"reason\":\"PodInitializing\"}}}]");
    assertEquals(word, summary.status());
    assertEquals(1, summary.ready());
    assertEquals(2, summary.total());
  }

  @Test
  void countsWhatRunsBesideEachOther() throws IOException {
    PodSummary summary =
        summary("", "\"containers\":[{\"name\":\"c\"},{\"name\":\"d\"}]", statuses("Running"));
    assertEquals("Running", summary.status());
    assertEquals(1, summary.ready());
    assertEquals(2, summary.total());
    assertEquals(2, summary.restarts());
    assertEquals("2026-11-20T06:00:00Z", summary.lastRestart().orElseThrow().toString());
  }

  private static String statuses(String phase) {
    return "\"phase\":\"" + phase + "\",\"containerStatuses\":[" + RUNNING + "]";
  }

  @Test
  void saysThatItIsBeingDeleted() throws IOException {
    String deleted = ",\"deletionTimestamp\":\"2026-11-20T06:00:00Z\"";
    String spec = "\"containers\":[{\"name\":\"c\"}]";
    assertEquals("Terminating", summary(deleted, spec, statuses("Running")).status());
    assertEquals("Succeeded", summary(deleted, spec, statuses("Succeeded")).status());
    assertEquals(
        "Unknown",
        summary(deleted, spec, "\"reason\":\"NodeLost\"," + statuses("Running")).status());
  }

  @Test
  void saysThatItWasEvictedOrMustWait() throws IOException {
    assertEquals(
        "Evicted", summary("", "", "\"phase\":\"Failed\",\"reason\":\"Evicted\"").status());
    assertEquals(
        "SchedulingGated",
        summary(
                "",
                "",
                "\"phase\":\"Pending\",\"conditions\":[{\"type\":\"PodScheduled\","
                    + "\"status\":\"False\",\"reason\":\"SchedulingGated\"}]")
            .status());
  }

  @ParameterizedTest
  @CsvSource({"True, Running", "False, NotReady"})
  void saysWhatIsLeftWhereSomeContainersAreDone(String ready, String word) throws IOException {
    String status =
        "\"phase\":\"Running\",\"conditions\":[{\"type\":\"Ready\",\"status\":\""
            + ready
            + "\"}],\"containerStatuses\":[{\"name\":\"d\",\"state\":{\"terminated\":"
            + "{\"exitCode\":0,\"reason\":\"Completed\"}}},"
            + RUNNING
            + "]";
    String spec = "\"containers\":[{\"name\":\"d\"},{\"name\":\"c\"}]";
    assertEquals(word, summary("", spec, status).status());
  }

  /// Of each captured pod, what a person would say of it.
  @Test
  void knowsRealPods() throws IOException {
    Stream<String> words =
        Captured.pods("1.36/pods").pods().stream()
            .map(pod -> pod.name() + ' ' + PodSummary.of(pod).status())
            .filter(word -> !word.endsWith(" Running"))
            .sorted();
    assertEquals(
        """
        bad-command CrashLoopBackOff
        config-error CreateContainerConfigError
        crash Error
        cron-29919272-zg22z Completed
        cron-29919273-tnvll Completed
        image-never ErrImageNeverPull
        image-pull-fail ImagePullBackOff
        init-blocked Init:0/2
        init-fail Init:CrashLoopBackOff
        job-fail-pqnwt Error
        job-fail-skx84 Error
        job-fail-wns7j Error
        job-ok-6bmj2 Completed
        job-ok-ksf4s Completed
        live-fail CrashLoopBackOff
        live-http-404 CrashLoopBackOff
        mount-fail ContainerCreating
        oom CrashLoopBackOff
        startup-fail CrashLoopBackOff
        succeeded Completed""",
        String.join("\n", words.toList()));
  }
}
