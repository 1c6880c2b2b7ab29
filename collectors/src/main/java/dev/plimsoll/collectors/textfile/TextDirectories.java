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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files `*.prom` of some directories. One that has not changed is not read again. Belongs to
/// one thread.
final class TextDirectories {
  /// Files of all directories together.
  static final int MOST_FILES = 1000;

  /// Bytes of one file.
  static final long LARGEST = 1 << 21;

  /// Bytes of all files together: further ones are not read.
  static final long LARGEST_TOGETHER = 1 << 22;

  private final KernelReader reader = new KernelReader();
  private final List<DirectoryPattern> patterns;
  private Map<String, Known> known = new HashMap<>();

  /// @param status of the file when it was read
  private record Known(FileStatus status, Section<List<TextFamily>> families) {
    int series() {
      return families.present().stream()
          .flatMap(List::stream)
          .mapToInt(family -> family.samples().size())
          .sum();
    }

    /// Of what is held.
    long bytes() {
      return families.present().isPresent() ? status.size() : 0;
    }
  }

  /// @param patterns of paths of directories
  TextDirectories(List<String> patterns) {
    this.patterns = patterns.stream().map(DirectoryPattern::new).toList();
  }

  Section<TextMetrics> read() {
    Gathering gathering = new Gathering();
    TextMerge merge = new TextMerge(gathering);
    List<TextFile> files = new ArrayList<>();
    known = files(gathering);
    known.forEach(
        (path, file) -> {
          gathering.add(file.families).ifPresent(merge::add);
          if (file.families.present().isPresent()) {
            files.add(new TextFile(path, file.status.modifiedNanos()));
          }
        });
    return gathering.section(new TextMetrics(files, merge.families()));
  }

  /// The files in their order, up to where they are as much as can be held.
  private Map<String, Known> files(Gathering gathering) {
    Map<String, Known> files = new LinkedHashMap<>();
    int series = 0;
    long bytes = 0;
    List<String> paths = paths(gathering);
    for (String path : paths) {
      if (series >= TextMerge.MOST_SERIES || bytes >= LARGEST_TOGETHER) {
        gathering.add(notRead(paths.subList(paths.indexOf(path), paths.size())));
        return files;
      }
      try {
        Known file = file(path);
        files.put(path, file);
        series += file.series();
        bytes += file.bytes();
      } catch (KernelFileException unreadable) {
        gathering.add(unreadable);
      }
    }
    return files;
  }

  private List<String> paths(Gathering gathering) {
    List<String> paths = new ArrayList<>();
    for (DirectoryPattern pattern : patterns) {
      for (String directory : pattern.matches(reader)) add(directory, paths, gathering);
    }
    if (paths.size() <= MOST_FILES) return paths;
    gathering.add(notRead(paths.subList(MOST_FILES, paths.size())));
    return paths.subList(0, MOST_FILES);
  }

  private static SourceFailure notRead(List<String> paths) {
    String text = "the first of " + paths.size() + " files that are not read";
    return new SourceFailure(SourceFailure.Kind.IO, paths.getFirst(), 0, text);
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
