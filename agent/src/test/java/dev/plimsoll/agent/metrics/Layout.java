package dev.plimsoll.agent.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The control groups that a container runtime or a distribution makes, written in one file: a line
/// `==> PATH` before the text of each file, `==> PATH -> TARGET` for a link.
final class Layout {
  private static final Path FOLDER = Path.of("../collectors/src/test/resources/fixtures/layouts");
  private static final String MARK = "==> ";

  private final Path root;
  private Path file;
  private final StringBuilder text = new StringBuilder();

  private Layout(Path root) {
    this.root = root;
    this.file = root;
  }

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".txt"))
          .map(name -> name.substring(0, name.length() - 4))
          .sorted()
          .toList();
    }
  }

  /// Makes the files below a directory.
  static void make(String name, Path root) throws IOException {
    Layout layout = new Layout(root);
    for (String line : Files.readAllLines(FOLDER.resolve(name + ".txt"))) layout.line(line);
    layout.finish();
  }

  private void line(String line) throws IOException {
    if (!line.startsWith(MARK)) {
      text.append(line).append('\n');
      return;
    }
    finish();
    String[] link = line.substring(MARK.length()).split(" -> ", 2);
    file = root.resolve(link[0]);
    Files.createDirectories(file.getParent());
    if (link.length == 1) return;
    Files.createSymbolicLink(file, Path.of(link[1]));
    file = root;
  }

  private void finish() throws IOException {
    if (!file.equals(root)) Files.writeString(file, text.toString());
    text.setLength(0);
  }
}
