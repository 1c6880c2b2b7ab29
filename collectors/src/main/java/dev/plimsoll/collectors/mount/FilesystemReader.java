package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.StatVfs;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Reads the node's file systems, pass after pass, and is never held up by one that does not
/// answer. Belongs to one thread.
public final class FilesystemReader {
  /// A mount while it lasts: its number may be given to another later.
  private record Identity(long id, int major, int minor, String point) {
    static Identity of(Mount mount) {
      return new Identity(mount.id(), mount.major(), mount.minor(), mount.point());
    }
  }

  private final SizeCall call;
  private final MountFilter filter;
  private final Patience patience;
  private final SizeWorkers workers = new SizeWorkers();
  private Map<Identity, SizeQuestion> questions = new HashMap<>();
  private Duration wait;

  /// @param filter which mounts are read
  public FilesystemReader(SizeCall call, MountFilter filter, Patience patience) {
    this.call = call;
    this.filter = filter;
    this.patience = patience;
    this.wait = patience.first();
  }

  /// Reads the mount table and asks each of its file systems.
  public Section<Filesystems> read(KernelReader reader, Roots roots) {
    return HostMounts.read(reader, roots).map(this::ask);
  }

  /// The same of the mounts that this process itself sees.
  public Section<Filesystems> readOwn(KernelReader reader, Roots roots) {
    return HostMounts.readOwn(reader, roots).map(this::ask);
  }

  /// The mount table alone, all of it.
  public static Section<List<Mount>> mounts(KernelReader reader, Roots roots) {
    return HostMounts.read(reader, roots).map(HostMounts::mounts);
  }

  private Filesystems ask(HostMounts host) {
    List<Mount> mounts = filter.select(host.mounts());
    List<Mount> further = filter.selectFurther(host.mounts(), mounts);
    questions = questions(Stream.concat(mounts.stream(), further.stream()).toList(), host);
    askAll();
    long now = System.nanoTime();
    return new Filesystems(known(mounts, now), known(further, now), host.view());
  }

  private List<Filesystem> known(List<Mount> mounts, long now) {
    return mounts.stream().flatMap(mount -> known(mount, now).stream()).toList();
  }

  /// One for each mount that can be asked; those that were asked before are kept.
  private Map<Identity, SizeQuestion> questions(List<Mount> mounts, HostMounts host) {
    Map<Identity, SizeQuestion> now = new LinkedHashMap<>();
    for (Mount mount : mounts) {
      if (why(mount).isPresent()) continue;
      Identity identity = Identity.of(mount);
      SizeQuestion known = questions.get(identity);
      now.put(identity, known == null ? new SizeQuestion(target(mount, host), call) : known);
    }
    return now;
  }

  private static SizeCall.Target target(Mount mount, HostMounts host) {
    return new SizeCall.Target(mount, host.prefix() + mount.point(), host.sameNamespace());
  }

  /// Those that have answered before come first, so that however many hang they are asked; those
  /// that depend on other machines or programs come last, for they may take their time.
  private void askAll() {
    Semaphore done = new Semaphore(0);
    long now = System.nanoTime();
    List<SizeQuestion> asked =
        questions.values().stream()
            .filter(question -> question.begin(done, now))
            .sorted(
                Comparator.comparing((SizeQuestion question) -> !question.hasAnswered())
                    .thenComparing(question -> mayTakeLong(question.mount())))
            .toList();
    workers.ask(asked);
    await(done, asked.size());
    wait = patience.later();
  }

  private void await(Semaphore done, int asked) {
    try {
      boolean _ = done.tryAcquire(asked, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean mayTakeLong(Mount mount) {
    return FilesystemType.isRemote(mount) || FilesystemType.isFuse(mount);
  }

  private Optional<Filesystem> known(Mount mount, long now) {
    SizeQuestion question = questions.get(Identity.of(mount));
    if (question == null) return why(mount).map(why -> new Filesystem(mount, absent(why)));
    return question
        .known(now, patience.deadline().toNanos())
        .map(size -> new Filesystem(mount, size));
  }

  private static Section<StatVfs> absent(String reason) {
    return new Section.Absent<>(reason);
  }

  /// Why a mount is not asked; empty where it is.
  private static Optional<String> why(Mount mount) {
    if (mount.hidden()) return Optional.of("another mount lies over it");
    if (FilesystemType.isPseudo(mount)) return Optional.of(mount.type() + " has no size");
    return Optional.empty();
  }
}
