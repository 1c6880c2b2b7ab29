package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.FilesystemType;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the lines of `df` from the node, and keeps what is to be complained of.
public final class DfRows {
  private static final StatVfs NOTHING = new StatVfs(1, 0, 0, 0, 0, 0, false);

  private final List<String> complaints = new ArrayList<>();
  private final DfSource source;
  private final boolean all;
  private final boolean local;
  private final Set<String> typesOn;
  private final Set<String> typesOff;
  private boolean ofContainer;

  /// @param all whether mounts without a size, hidden and further ones of a device are shown
  /// @param local whether those of other machines are left out
  /// @param typesOn types that alone are shown; empty for all
  /// @param typesOff types that are left out
  public DfRows(
      DfSource source, boolean all, boolean local, Set<String> typesOn, Set<String> typesOff) {
    this.source = source;
    this.all = all;
    this.local = local;
    this.typesOn = typesOn;
    this.typesOff = typesOff;
  }

  /// What could not be shown, each in a line.
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  public void complain(String what) {
    complaints.add(what);
  }

  /// Every file system.
  public List<DfRow> all() throws IOException {
    MountFilter filter = all ? MountFilter.everything() : MountFilter.asDf();
    Filesystems read = read(filter.and(this::isWanted));
    return read.all().stream().flatMap(one -> row(one, read).stream()).toList();
  }

  /// The file systems that files are in, in the order of the files.
  public List<DfRow> of(List<String> files) throws IOException {
    List<Mount> mounts = source.mounts();
    List<DfRow> rows = new ArrayList<>();
    for (String file : files) {
      try {
        Mount mount = MountOfFile.find(file, mounts);
        if (isWanted(mount)) rows.addAll(only(mount, file));
      } catch (IOException notThere) {
        complain(String.valueOf(notThere.getMessage()));
      }
    }
    return rows;
  }

  private List<DfRow> only(Mount mount, String file) throws IOException {
    Filesystems read = read(MountFilter.everything().and(one -> one.id() == mount.id()));
    return read.all().stream()
        .map(one -> DfRow.of(one.mount(), Optional.of(file), shown(one, read)))
        .toList();
  }

  private Filesystems read(MountFilter filter) throws IOException {
    Filesystems read = source.read(filter);
    ofContainer |= read.view() == Filesystems.View.OWN_CONTAINER;
    return read;
  }

  /// Whether these are the mounts of a container that this program is in, and not the node's.
  public boolean isOfContainer() {
    return ofContainer;
  }

  private boolean isWanted(Mount mount) {
    return (typesOn.isEmpty() || typesOn.contains(mount.type()))
        && !typesOff.contains(mount.type())
        && !(local && FilesystemType.isRemote(mount));
  }

  /// Without `-a` a line needs a size, or a reason to be complained of.
  private Optional<DfRow> row(Filesystem one, Filesystems read) {
    boolean denied =
        one.size().failures().stream()
            .anyMatch(failure -> failure.kind() == SourceFailure.Kind.DENIED);
    if (denied && !all) return Optional.empty();
    Optional<StatVfs> size = shown(one, read);
    boolean empty = size.filter(known -> known.blocks() == 0).isPresent();
    if (empty && !all) return Optional.empty();
    return Optional.of(DfRow.of(one.mount(), Optional.empty(), size));
  }

  private Optional<StatVfs> shown(Filesystem one, Filesystems read) {
    for (SourceFailure failure : one.size().failures()) {
      complain(one.mount().point() + ": " + failure.text());
    }
    if (one.mount().hidden()) return over(one.mount(), read);
    if (FilesystemType.isPseudo(one.mount())) return Optional.of(NOTHING);
    return one.size().present();
  }

  /// The path of a hidden mount leads to another; its size is told where it is the same thing.
  private static Optional<StatVfs> over(Mount hidden, Filesystems read) {
    Stream<Filesystem> over =
        read.all().stream()
            .filter(one -> !one.mount().hidden())
            .filter(one -> one.mount().point().equals(hidden.point()))
            .filter(one -> one.mount().source().equals(hidden.source()));
    return over.findFirst()
        .flatMap(
            one ->
                FilesystemType.isPseudo(one.mount()) ? Optional.of(NOTHING) : one.size().present());
  }
}
