package dev.plimsoll.collectors.textfile;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.FileStatus;
import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The files `*.prom` of some directories. One that has not changed is not read again. Belongs to
/// one thread.
final class TextDirectories {
  /// Files of all directories together.
  static final int MOST_FILES = 1000;

  /// Bytes of one file.
  static final long LARGEST = 1 << 21;

  private final KernelReader reader = new KernelReader();
  private final List<DirectoryPattern> patterns;
  private Map<String, Known> known = new HashMap<>();

  /// @param status of the file when it was read
  private record Known(FileStatus status, Section<List<TextFamily>> families) {}

  /// @param patterns of paths of directories
  TextDirectories(List<String> patterns) {
    this.patterns = patterns.stream().map(DirectoryPattern::new).toList();
  }

  Section<TextMetrics> read() {
    Gathering gathering = new Gathering();
    TextMerge merge = new TextMerge(gathering);
    List<TextFile> files = new ArrayList<>();
    Map<String, Known> now = new HashMap<>();
    for (String path : paths(gathering)) {
      try {
        Known file = file(path);
        now.put(path, file);
        gathering.add(file.families).ifPresent(merge::add);
        if (file.families.present().isPresent()) {
          files.add(new TextFile(path, file.status.modifiedNanos()));
        }
      } catch (KernelFileException unreadable) {
        gathering.add(unreadable);
      }
    }
    known = now;
    return gathering.section(new TextMetrics(files, merge.families()));
  }

  private List<String> paths(Gathering gathering) {
    List<String> paths = new ArrayList<>();
    for (DirectoryPattern pattern : patterns) {
      for (String directory : pattern.matches(reader)) add(directory, paths, gathering);
    }
    if (paths.size() <= MOST_FILES) return paths;
    String text = "the first of " + (paths.size() - MOST_FILES) + " files that are not read";
    gathering.add(new SourceFailure(SourceFailure.Kind.IO, paths.get(MOST_FILES), 0, text));
    return paths.subList(0, MOST_FILES);
  }

  /// That a directory is missing is a failure: somebody wanted it.
  private void add(String directory, List<String> paths, Gathering gathering) {
    try {
      reader.names(directory).stream()
          .filter(name -> name.endsWith(".prom"))
          .sorted()
          .map(name -> directory.endsWith("/") ? directory + name : directory + '/' + name)
          .forEach(paths::add);
    } catch (KernelFileException unreadable) {
      gathering.add(unreadable.failure());
    }
  }

  /// Opening a pipe would wait for its writer, so only what is a file is opened.
  private Known file(String path) throws KernelFileException {
    FileStatus status = reader.target(path);
    Known last = known.get(path);
    if (last != null && last.status.equals(status)) return last;
    if (!status.isFile()) return new Known(status, failed(path, "not a file"));
    if (status.size() > LARGEST) return new Known(status, failed(path, Errno.EFBIG.words()));
    return new Known(status, reader.section(path, Need.REQUIRED, TextFormat::parse));
  }

  private static Section<List<TextFamily>> failed(String path, String text) {
    return new Section.Failed<>(new SourceFailure(SourceFailure.Kind.IO, path, 0, text));
  }
}
