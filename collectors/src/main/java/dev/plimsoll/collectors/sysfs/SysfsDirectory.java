package dev.plimsoll.collectors.sysfs;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader.Parser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A directory of sysfs, for example a device (`Documentation/filesystems/sysfs.rst`).
public final class SysfsDirectory {
  private final SysfsTree tree;
  private final String path;
  private final int place;

  SysfsDirectory(SysfsTree tree, String path) {
    this(tree, path, SysfsTree.NOT_OPEN);
  }

  /// @param place the directory, opened
  private SysfsDirectory(SysfsTree tree, String path, int place) {
    this.tree = tree;
    this.path = path;
    this.place = place;
  }

  /// What is found in the directory while it is kept open: reading several of its files costs half,
  /// for the kernel goes the way to it once.
  ///
  /// @param look must not keep what it is given
  public <T> T opened(Function<SysfsDirectory, T> look) {
    int open = tree.open(path);
    try {
      return look.apply(new SysfsDirectory(tree, path, open));
    } finally {
      tree.close(open);
    }
  }

  public String path() {
    return path;
  }

  /// The last part of the path: what the device is called.
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// What is in the directory under a name, which need not exist.
  public SysfsDirectory in(String name) {
    return new SysfsDirectory(tree, path + '/' + name);
  }

  /// The names of all that is in it, in order.
  public List<String> names() throws KernelFileException {
    return tree.reader().names(path).stream().sorted().toList();
  }

  /// The same; none where the directory does not exist or cannot be listed.
  public List<String> namesOrNone() {
    try {
      return names();
    } catch (KernelFileException _) {
      return List.of();
    }
  }

  /// The directories in it that are no links, in the order of their names; none where it does not
  /// exist.
  public List<SysfsDirectory> directories() {
    try {
      return tree.reader().directories(path).stream().sorted().map(this::in).toList();
    } catch (KernelFileException _) {
      return List.of();
    }
  }

  /// All that is in it, in the order of names. In a directory of a class these are its devices,
  /// each a link.
  public List<SysfsDirectory> children() throws KernelFileException {
    return names().stream().map(this::in).toList();
  }

  /// Those whose name is `prefix` and a number, in the order of these.
  public List<SysfsDirectory> numbered(String prefix) throws KernelFileException {
    List<SysfsDirectory> found = new ArrayList<>();
    for (String name : names()) {
      boolean matches = name.startsWith(prefix) && isNumber(name.substring(prefix.length()));
      if (matches) found.add(in(name));
    }
    found.sort(Comparator.comparingInt(child -> child.index(prefix)));
    return List.copyOf(found);
  }

  /// The number behind a prefix of the name: 3 of `cpu3`.
  public int index(String prefix) {
    return Integer.parseInt(name().substring(prefix.length()));
  }

  private static boolean isNumber(String digits) {
    return !digits.isEmpty()
        && digits.length() < 10
        && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /// Where a link in it leads, as it is written.
  public Optional<String> link(String name) {
    try {
      return Optional.of(tree.reader().readLink(path + '/' + name));
    } catch (KernelFileException _) {
      return Optional.empty();
    }
  }

  /// The text of a file, without blanks around it.
  public Optional<String> text(String file) {
    return value(file, SysfsValue::text);
  }

  /// The text of a file that only root may read; empty for everybody else.
  public Optional<String> textOfRoot(String file) {
    return tree.valueOfRoot(path, file, SysfsValue::text);
  }

  /// The number in a file.
  public OptionalLong number(String file) {
    return optional(value(file, SysfsValue::number));
  }

  /// The number in a file that only root may read; empty for everybody else.
  public OptionalLong numberOfRoot(String file) {
    return optional(tree.valueOfRoot(path, file, SysfsValue::number));
  }

  private static OptionalLong optional(Optional<Long> value) {
    return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  /// What a file holds, by its own parser.
  public <T> Optional<T> value(String file, Parser<T> parser) {
    return tree.value(place, path, file, parser);
  }
}
