package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Programs of the machine that ours are compared with.
public final class RealProgram {
  private RealProgram() {}

  /// Fails on CI and skips elsewhere where there is no such program.
  public static void require(String name, String debianPackage) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String directory : path.split(":", -1)) {
      if (new File(directory, name).canExecute()) return;
    }
    String missing = "no " + name + " here: apt-get install " + debianPackage;
    if ("true".equals(System.getenv("CI"))) fail(missing);
    abort(missing);
  }

  /// What the program prints, errors included.
  public static String run(Map<String, String> environment, String program, String... words)
      throws IOException {
    return run(environment, program, List.of(words));
  }

  public static String run(Map<String, String> environment, String program, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
