package dev.plimsoll.collectors.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A shell that does what it is told, line by line, until it is closed.
final class ShellProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;

  ShellProcess() {
    this(List.of("/bin/sh"));
  }

  /// @param command that becomes a shell, or has one as its child
  ShellProcess(List<String> command) {
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1));
    run(":");
  }

  int pid() {
    return (int) process.pid();
  }

  /// Runs a command and waits until it has ended.
  ///
  /// @return what it printed last
  String run(String command) {
    write(command + "\necho; echo done\n");
    String last = "";
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (line.equals("done")) return last;
        if (!line.isEmpty()) last = line;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    throw new IllegalStateException("the shell ended: " + last);
  }

  /// Gives the shell the name that these octal escapes of `printf` make.
  ShellProcess named(String escapes) {
    run("printf '%b' '" + escapes + "' > /proc/$$/comm");
    return this;
  }

  /// Becomes another program, and returns when it has.
  ///
  /// @param arguments what its command line then is, parted by spaces
  void exec(String arguments) {
    write("exec " + arguments + "\n");
    for (int tries = 0; tries < 2000; tries++) {
      if (arguments.equals(commandLine())) return;
      pause();
    }
    throw new IllegalStateException("it is still " + commandLine());
  }

  private String commandLine() {
    try {
      byte[] bytes = Files.readAllBytes(Path.of("/proc/" + pid() + "/cmdline"));
      return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ').strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private void write(String text) {
    try {
      process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
