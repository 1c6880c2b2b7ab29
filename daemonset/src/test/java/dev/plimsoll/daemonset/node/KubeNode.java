package dev.plimsoll.daemonset.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/// A real Kubernetes node on this machine: started where none runs, and stopped again.
final class KubeNode implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path tool;
  private final boolean ranBefore;
  private final String name;

  private KubeNode(Path tool) throws IOException, InterruptedException {
    this.tool = tool;
    ranBefore = runs();
    if (!ranBefore) run("up");
    name = kubectl("get", "nodes", "-o", "name").strip().replace("node/", "");
  }

  static KubeNode start() throws IOException, InterruptedException {
    return new KubeNode(tool());
  }

  /// The program that the variable `PLIMSOLL_KUBE` names. On CI a missing one is a failure;
  /// elsewhere the test is skipped.
  static Path tool() {
    Optional<Path> tool =
        Optional.ofNullable(System.getenv("PLIMSOLL_KUBE"))
            .map(Path::of)
            .filter(Files::isExecutable);
    String help =
        "PLIMSOLL_KUBE names no program that starts a Kubernetes node (its commands: up, down,"
            + " kubectl)";
    assertFalse(tool.isEmpty() && "true".equals(System.getenv("CI")), help);
    if (tool.isEmpty()) System.err.println("skipped: " + help);
    Assumptions.assumeTrue(tool.isPresent(), help);
    return tool.orElseThrow();
  }

  private boolean runs() throws IOException, InterruptedException {
    return call(List.of("kubectl", "get", "nodes")).status() == 0;
  }

  /// Kubernetes' own command.
  String kubectl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  /// A page of the kubelet.
  String kubelet(String path) throws IOException, InterruptedException {
    return kubectl("get", "--raw", "/api/v1/nodes/" + name + "/proxy" + path);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Answer answer = call(List.of(command));
    assertEquals(0, answer.status(), () -> String.join(" ", command) + "\n" + answer.err());
    return answer.out();
  }

  private record Answer(int status, String out, String err) {}

  private Answer call(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(arguments);
    Path out = Files.createTempFile("kube", ".out");
    Path err = Files.createTempFile("kube", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no answer: " + command);
      }
      return new Answer(process.exitValue(), text(out), text(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /// Waits until something is so.
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("not in time: " + what);
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  @Override
  public void close() {
    try {
      kubectl("delete", "namespace", "plimsoll-test", "--wait=false", "--ignore-not-found");
      if (!ranBefore) run("down", "--purge");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
