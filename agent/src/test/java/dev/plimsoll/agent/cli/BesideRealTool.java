package dev.plimsoll.agent.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One of our commands and the tool of the same name on this machine.
record BesideRealTool(String name) {
  private static final int TRIES = 50;

  record Answer(int status, List<String> out, List<String> err) {}

  record Both(Answer real, Answer ours) {}

  /// Both, at a moment when no mounts come or go: other tests make some.
  Both both(List<String> arguments) throws IOException, InterruptedException {
    for (int turn = 0; turn < TRIES; turn++) {
      Answer before = real(arguments);
      Answer ours = ours(arguments);
      Answer after = real(arguments);
      if (mounts(before).equals(mounts(after))) return new Both(after, ours);
    }
    throw new AssertionError("mounts come and go all the time");
  }

  private static List<String> mounts(Answer answer) {
    return answer.out().stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList();
  }

  Answer ours(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all = Stream.concat(Stream.of(name), arguments.stream()).toArray(String[]::new);
    int status =
        PlimsollCommand.run(
            all,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Answer(status, lines(out.toByteArray()), lines(err.toByteArray()));
  }

  Answer real(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process tool = builder.start();
    List<String> out = lines(tool.getInputStream().readAllBytes());
    List<String> err = lines(tool.getErrorStream().readAllBytes());
    return new Answer(tool.waitFor(), out, err);
  }

  private static List<String> lines(byte[] printed) {
    return new String(printed, StandardCharsets.UTF_8).lines().toList();
  }
}
