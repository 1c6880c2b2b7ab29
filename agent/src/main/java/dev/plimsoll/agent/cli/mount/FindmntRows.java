package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.Needed;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.FilesystemType;
import dev.plimsoll.collectors.mount.Fstab;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Reads the lines of `findmnt` from the node.
public final class FindmntRows {
  private static final StatVfs NOTHING = new StatVfs(1, 0, 0, 0, 0, 0, false);

  private final KernelReader reader = new KernelReader();
  private final Roots roots;
  private final MountChoice choice;
  private final boolean sizes;

  /// @param sizes whether file systems are asked how full they are
  public FindmntRows(Roots roots, MountChoice choice, boolean sizes) {
    this.roots = roots;
    this.choice = choice;
    this.sizes = sizes;
  }

  /// What is mounted.
  ///
  /// @param list whether as a list, and not as a tree
  public List<FoundMount> mounted(boolean list) throws IOException {
    List<Mount> all = Needed.of(FilesystemReader.mounts(reader, roots));
    List<MountLine> lines = lines(all, list);
    Map<Long, StatVfs> known = sizes ? sizes(lines) : Map.of();
    return lines.stream().map(line -> FoundMount.of(line, size(line.mount(), known))).toList();
  }

  private List<MountLine> lines(List<Mount> all, boolean list) throws IOException {
    boolean tree = !list && choosesByTypeOnly();
    if (tree) return MountTree.draw(all, this::isOfType);
    List<Mount> chosen = chosen(all).stream().filter(this::isOfType).toList();
    if (!choice.submounts()) return flat(chosen);
    return chosen.stream().flatMap(mount -> MountTree.below(mount, all).stream()).toList();
  }

  private boolean choosesByTypeOnly() {
    return choice.source().isEmpty()
        && choice.holding().isEmpty()
        && choice.point().isEmpty()
        && choice.either().isEmpty();
  }

  private boolean isOfType(Mount mount) {
    return choice.isOfType(mount.type());
  }

  private static List<MountLine> flat(List<Mount> mounts) {
    return mounts.stream().map(mount -> new MountLine(mount, "")).toList();
  }

  private List<Mount> chosen(List<Mount> all) throws IOException {
    List<Mount> left = all;
    if (choice.source().isPresent()) left = ofSource(choice.source().get(), left);
    if (choice.point().isPresent()) left = named(choice.point().get(), left);
    if (choice.holding().isPresent()) left = holding(choice.holding().get(), left);
    if (choice.either().isEmpty()) return left;
    String either = choice.either().get();
    List<Mount> ofSource = ofSource(either, left);
    return ofSource.isEmpty() ? named(either, left) : ofSource;
  }

  private static List<Mount> ofSource(String source, List<Mount> mounts) {
    return filtered(mounts, mount -> mount.source().equals(source) || number(mount).equals(source));
  }

  static String number(Mount mount) {
    return mount.major() + ":" + mount.minor();
  }

  /// The uppermost first.
  private static List<Mount> at(String point, List<Mount> mounts) {
    return filtered(mounts, mount -> mount.point().equals(point)).reversed();
  }

  /// Those at a path as somebody wrote it. Its file system is asked only where the path alone leads
  /// to none.
  private static List<Mount> named(String path, List<Mount> mounts) {
    List<Mount> there = at(MountOfFile.plain(path), mounts);
    if (!there.isEmpty()) return there;
    try {
      return at(MountOfFile.real(path), mounts);
    } catch (IOException _) {
      return List.of();
    }
  }

  private static List<Mount> holding(String file, List<Mount> mounts) throws IOException {
    List<Mount> there = at(MountOfFile.real(file), mounts);
    if (!there.isEmpty()) return there;
    long id = MountOfFile.find(file, mounts).id();
    return filtered(mounts, mount -> mount.id() == id);
  }

  private static List<Mount> filtered(List<Mount> mounts, Predicate<Mount> wanted) {
    return mounts.stream().filter(wanted).toList();
  }

  private Map<Long, StatVfs> sizes(List<MountLine> lines) {
    Set<Long> ids = lines.stream().map(line -> line.mount().id()).collect(Collectors.toSet());
    MountFilter filter = MountFilter.everything().and(mount -> ids.contains(mount.id()));
    Map<Long, StatVfs> known = new HashMap<>();
    new FilesystemReader(new KernelSizeCall(), filter, Patience.once())
        .read(reader, roots).present().stream()
            .flatMap(read -> read.all().stream())
            .forEach(
                one -> one.size().present().ifPresent(size -> known.put(one.mount().id(), size)));
    return known;
  }

  private Optional<StatVfs> size(Mount mount, Map<Long, StatVfs> known) {
    if (sizes && FilesystemType.isPseudo(mount)) return Optional.of(NOTHING);
    return Optional.ofNullable(known.get(mount.id()));
  }

  /// What is mounted when the node starts.
  public List<FoundMount> fstab() throws IOException {
    return switch (Fstab.read(reader, roots)) {
      case Section.Present<Fstab>(Fstab table, List<SourceFailure> _) ->
          table.entries().stream().filter(this::isWanted).map(FoundMount::of).toList();
      case Section.Absent<Fstab> _ -> Collections.emptyList();
      case Section.Failed<Fstab>(SourceFailure failure) ->
          throw new IOException(failure.describe());
    };
  }

  private boolean isWanted(Fstab.Entry entry) {
    return choice.isOfType(entry.type())
        && choice.source().map(entry.source()::equals).orElse(true)
        && choice.point().or(choice::holding).map(entry.target()::equals).orElse(true)
        && choice
            .either()
            .map(either -> either.equals(entry.source()) || either.equals(entry.target()))
            .orElse(true);
  }
}
