package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.kernel.Gathering;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.storage.ZfsPool.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The files of one pool: `/proc/spl/kstat/zfs/<pool>/{io,state,objset-0x…}`.
final class ZfsPoolFiles {
  /// A node that gives each container a dataset may have thousands, and each is a file to open.
  private static final int MOST_DATASETS = 1000;

  private final KernelReader reader;
  private final Gathering gathering;
  private final ZfsDatasets known;

  ZfsPoolFiles(KernelReader reader, Gathering gathering, ZfsDatasets known) {
    this.reader = reader;
    this.gathering = gathering;
    this.known = known;
  }

  /// @param directory of the pool
  ZfsPool read(String directory, String name) {
    SequencedMap<String, Long> io =
        gathering
            .add(reader.section(directory + "/io", Need.OPTIONAL, ZfsPoolFiles::io))
            .orElseGet(LinkedHashMap::new);
    return new ZfsPool(
        name,
        io,
        gathering.add(reader.section(directory + "/state", Need.OPTIONAL, ZfsPoolFiles::state)),
        datasets(directory, name));
  }

  private List<Dataset> datasets(String directory, String pool) {
    List<String> files = objsets(directory);
    if (files.size() > MOST_DATASETS) gathering.add(tooMany(directory, files.size()));
    List<Dataset> before = known.known(pool, files.size());
    if (before != null) return before;
    List<Dataset> datasets = datasets(directory, files);
    known.keep(pool, datasets);
    return datasets;
  }

  private List<Dataset> datasets(String directory, List<String> files) {
    List<Dataset> datasets = new ArrayList<>();
    for (String file : files.subList(0, Math.min(files.size(), MOST_DATASETS))) {
      gathering
          .add(reader.section(directory + '/' + file, Need.OPTIONAL, ZfsPoolFiles::dataset))
          .ifPresent(datasets::add);
    }
    return datasets;
  }

  private List<String> objsets(String directory) {
    try {
      return reader.names(directory).stream()
          .filter(file -> file.startsWith("objset-"))
          .sorted()
          .toList();
    } catch (KernelFileException unreadable) {
      gathering.add(unreadable);
      return List.of();
    }
  }

  private static SourceFailure tooMany(String directory, int count) {
    String text = count + " data sets, of which " + MOST_DATASETS + " are read";
    return new SourceFailure(SourceFailure.Kind.IO, directory, 0, text);
  }

  static Dataset dataset(KernelText text) throws MalformedSourceException {
    Kstat kstat = Kstat.parse(text);
    String name = kstat.words().get("dataset_name");
    if (name == null) throw text.malformed("no line dataset_name");
    return new Dataset(name, kstat.numbers());
  }

  /// `nread nwritten reads …`, and the numbers in the line below.
  static SequencedMap<String, Long> io(KernelText text) throws MalformedSourceException {
    text.firstLine();
    List<String> names = new ArrayList<>();
    if (text.nextLine()) {
      while (text.hasField()) names.add(text.word());
    }
    if (names.isEmpty() || !text.nextLine()) throw text.malformed("names without numbers");
    SequencedMap<String, Long> numbers = new LinkedHashMap<>();
    for (String name : names) numbers.put(name, text.unsigned());
    return numbers;
  }

  static String state(KernelText text) throws MalformedSourceException {
    return text.firstLine().word();
  }
}
