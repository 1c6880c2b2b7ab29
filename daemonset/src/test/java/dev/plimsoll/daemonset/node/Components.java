package dev.plimsoll.daemonset.node;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The programs that the node consists of.
///
/// @param pids by name
record Components(Map<String, Long> pids) {
  private static final Pattern LINE = Pattern.compile("(?m)^(kube[a-z-]+) +(\\d+) +\\d+$");

  static Components of(KubeNode node) throws IOException, InterruptedException {
    return new Components(
        LINE.matcher(node.status())
            .results()
            .collect(
                Collectors.toMap(
                    (MatchResult line) -> line.group(1), line -> Long.valueOf(line.group(2)))));
  }

  long pid(String name) {
    Long pid = pids.get(name);
    if (pid == null) throw new AssertionError(name + " is not among " + pids);
    return pid;
  }

  static void signal(long pid, String signal) throws IOException, InterruptedException {
    Command.run(List.of("kill", "-" + signal, Long.toString(pid)), Map.of()).succeeded();
  }

  /// Ends it as a stop of its service does.
  static void end(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroy();
    process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }
}
