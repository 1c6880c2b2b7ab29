package dev.plimsoll.agent.cli.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of objects as an API server tells them.
class JudgeTest {
  private static final Path FOLDER = Path.of("src/test/resources/wait");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          job-active | usual | waiting: 1 active, 1 of 2 succeeded, 1 failed
          job-active | condition=Complete | waiting: 1 active, 1 of 2 succeeded, 1 failed
          job-complete | usual | done: is complete
          job-complete | completed | done: is complete
          job-complete | deleted | waiting: is still there
          job-complete | created | done: is there
          job-failed | usual | failed: has failed: BackoffLimitExceeded: Job has reached the specified backoff limit
          job-failed | condition=complete | failed: has failed: BackoffLimitExceeded: Job has reached the specified backoff limit
          job-failed | condition=failed | done: Failed is True
          pod-crashing | usual | waiting: is Running, main CrashLoopBackOff (restarts: 4)
          pod-crashing | completed | waiting: is Running, main CrashLoopBackOff (restarts: 4)
          pod-crashing | condition=Ready=false | done: Ready is False
          pod-ready | ready | done: is ready
          pod-ready | condition=ready | done: is ready
          pod-ready | completed | waiting: is Running
          pod-ready | condition=Initialized | waiting: has no condition Initialized
          pod-failed | usual | failed: has failed: main ended with 3 (Error)
          pod-failed | completed | failed: has failed: main ended with 3 (Error)
          pod-failed | deleted | waiting: is still there
          pod-evicted | usual | failed: has failed: Evicted: The node was low on resource: memory.
          pod-succeeded | usual | failed: has completed, and will not be ready
          pod-succeeded | completed | done: has completed
          pod-unschedulable | usual | waiting: is Pending, Unschedulable: 0/1 nodes are available
          deployment-unseen | usual | waiting: its last change is not yet taken up
          deployment-unseen | condition=Available | waiting: its last change is not yet taken up
          deployment-updating | usual | waiting: 2 of 3 updated
          deployment-updating | condition=Available | done: Available is True
          deployment-old-pods | usual | waiting: old pods still there: 1
          deployment-starting | ready | waiting: 2 of 3 available
          deployment-rolled-out | usual | done: is rolled out, 3 of 3 available
          deployment-late | usual | failed: has failed: ProgressDeadlineExceeded: ReplicaSet web-1 has timed out progressing.
          statefulset-updating | usual | waiting: 1 of 3 updated
          statefulset-partition | usual | done: is rolled out, 3 of 3 available
          statefulset-by-hand | usual | done: is rolled out, 3 of 3 available
          statefulset-starting | usual | waiting: 2 of 3 available
          daemonset-new | usual | waiting: its last change is not yet taken up
          daemonset-updating | usual | waiting: 1 of 4 updated
          daemonset-rolled-out | usual | done: is rolled out, 4 of 4 available
          service-not-ready | usual | waiting: has no ready endpoint
          service-ready | usual | done: has 2 ready endpoints
          """)
  void saysHowItStands(String file, String goal, String expected) throws Exception {
    String kind = file.substring(0, file.indexOf('-'));
    String list =
        "{\"kind\":\"XList\",\"metadata\":{\"resourceVersion\":\"9\"},\"items\":["
            + Files.readString(FOLDER.resolve(file + ".json"))
            + "]}";
    ObjectJson.Listing listing =
        new ObjectJson().list(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
    Goal wanted = goal.equals("usual") ? new Goal.Usual() : Goal.parse(goal);
    Verdict verdict = new Judge(Target.parse(kind + "/x", "shop", wanted)).of(listing.objects());
    assertEquals(expected, verdict.label() + ": " + verdict.note());
    assertEquals("9", listing.version());
  }

  @Test
  void whatIsNotThere() throws Exception {
    Judge ready = new Judge(Target.parse("po/x", "shop", new Goal.Usual()));
    assertEquals(new Verdict.Waiting("is not there yet"), ready.of(List.of()));
    Judge gone = new Judge(Target.parse("jobs.batch/x", "shop", Goal.parse("delete")));
    assertEquals(new Verdict.Done("is not there"), gone.of(List.of()));
  }
}
