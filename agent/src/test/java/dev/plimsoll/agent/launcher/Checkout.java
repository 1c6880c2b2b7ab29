package dev.plimsoll.agent.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A checkout with the real launcher and nothing else that is real: Maven notes that it was called,
/// java says how. The least version is one that no real JDK has, so that this machine's JDKs are
/// all too old.
final class Checkout {
  static final String LEAST = "999";
  private static final List<String> TOOLS =
      List.of(
          "dirname",
          "readlink",
          "find",
          "mkdir",
          "cp",
          "mv",
          "rm",
          "rmdir",
          "touch",
          "date",
          "cat",
          "head",
          "grep",
          "flock",
          "sleep",
          "uname",
          "wc");

  private final Path folder;
  private final Path tools;
  private final Path mavenCalls;
  private final Path archiveRuns;
  private String javaHome = "";

  record Outcome(int status, String out, String err, long pid) {}

  Checkout(Path folder) throws IOException {
    this.folder = folder;
    this.tools = Files.createDirectories(folder.resolve("../tools"));
    this.mavenCalls = folder.resolve("../maven-calls").toAbsolutePath();
    this.archiveRuns = folder.resolve("../archive-runs").toAbsolutePath();
    for (String module : List.of("collectors", "agent")) {
      Files.createDirectories(folder.resolve(module).resolve("src/main"));
      Files.writeString(folder.resolve(module).resolve("pom.xml"), "");
    }
    Files.writeString(folder.resolve("pom.xml"), "");
    String launcher = Files.readString(Path.of("..", "plimsoll"));
    script(folder.resolve("plimsoll"), launcher.replace("least_java=25", "least_java=" + LEAST));
    for (String tool : TOOLS) link(tool);
  }

  private void link(String tool) throws IOException {
    for (String place : List.of("/usr/bin", "/bin")) {
      Path real = Path.of(place, tool);
      if (!Files.exists(real)) continue;
      script(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(real));
      return;
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Checkout withMaven(String... lines) throws IOException {
    script(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        echo called >>'%s'
        mkdir -p agent/target/lib
        echo jar >agent/target/plimsoll-agent-1.jar
        %s
        """
            .formatted(mavenCalls, String.join("\n", lines)));
    return this;
  }

  /// A JDK whose java says its process id, where an agent would serve, and its arguments, and ends
  /// with 7.
  Checkout withJdk(String name, String version) throws IOException {
    return withJdk(name, version, "");
  }

  /// The same, whose java has written an archive of classes, where it is to make one, and then does
  /// what the line says.
  Checkout withJdk(String name, String version, String archived) throws IOException {
    Path home = folder.resolveSibling(name);
    script(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        echo "pid $$"
        echo 'serves http://127.0.0.1:1/metrics'
        for argument; do
          echo "$argument"
          case $argument in
            -XX:ArchiveClassesAtExit=*)
              echo archived >>'%s'
              : >"${argument#*=}"
              %s
              ;;
          esac
        done
        exit 7
        """
            .formatted(archiveRuns, archived));
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    script(home.resolve("bin/jar"), "#!/bin/sh\nexit 1\n");
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"y\"\n".formatted(version));
    javaHome = home.toString();
    return this;
  }

  /// Puts a JDK's java on PATH as Debian does, by a link, and forgets JAVA_HOME.
  Checkout onPath() throws IOException {
    Files.createSymbolicLink(tools.resolve("java"), Path.of(javaHome, "bin", "java"));
    javaHome = "";
    return this;
  }

  void change(String source) throws IOException {
    Path file = folder.resolve(source);
    Files.writeString(file, "changed");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
  }

  int builds() throws IOException {
    return lines(mavenCalls);
  }

  int archiveRuns() throws IOException {
    return lines(archiveRuns);
  }

  private static int lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  Outcome run(String... args) {
    return run(folder, folder.resolve("plimsoll"), args);
  }

  Outcome run(Path workingFolder, Path launcher, String... args) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", tools.toAbsolutePath().normalize().toString());
    environment.put("HOME", folder.toString());
    if (!javaHome.isEmpty()) environment.put("JAVA_HOME", javaHome);
    try {
      Path err = Files.createTempFile(folder.resolve(".."), "err", "");
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), out, Files.readString(err), process.pid());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
