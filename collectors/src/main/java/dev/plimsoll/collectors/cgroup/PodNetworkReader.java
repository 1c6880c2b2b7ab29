package dev.plimsoll.collectors.cgroup;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.proc.NetDev;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads `/proc/<pid>/net/dev` of one process of each pod, the same one as long as it lives. The
/// file is another one, with another inode, in each network namespace: that tells a pod in the
/// node's own from the others, and a number that another process has by now, without the right to
/// trace. It is opened anew each time, since an open one would keep the namespace alive. What comes
/// for a pod wakes it, so that one that did not run is read in turns only. Belongs to one thread.
public final class PodNetworkReader {
  /// How many of a pod's containers are asked for a process, the oldest first: a sandbox is.
  private static final int MOST_ASKED = 3;

  private static final int MOST_FLAWS = 20;

  /// Passes after which a pod is read even though it did not run: packets may be refused or passed
  /// on without it.
  private static final int STALE = 3;

  /// @param namespace the inode of its `net/dev`
  private record Member(long pid, long namespace) {}

  /// What a pod was when it was read.
  private record Told(
      Member member, List<Cgroup<CgroupOwner.Container>> groups, Section<NetDev> network) {

    /// Whether a container ran or changed since, came or went.
    @SuppressWarnings(
        "ReferenceEquality") // A group that did not change is told by the same object.
    boolean changed(List<Cgroup<CgroupOwner.Container>> now) {
      if (now.size() != groups.size()) return true;
      for (int index = 0; index < now.size(); index++) {
        if (now.get(index) != groups.get(index)) return true;
      }
      return false;
    }
  }

  private final KernelReader reader;
  private final Roots roots;
  private Map<String, Told> known = new HashMap<>();
  private final List<SourceFailure> flaws = new ArrayList<>();
  private long host;
  private int pass;

  public PodNetworkReader(KernelReader reader, Roots roots) {
    this.reader = reader;
    this.roots = roots;
  }

  /// @param cgroups the pods and their containers
  public Section<PodNetworks> read(Section<CgroupTree> cgroups) {
    return switch (cgroups) {
      case Section.Present<CgroupTree>(CgroupTree tree, var _) -> read(tree);
      case Section.Absent<CgroupTree>(String reason) -> new Section.Absent<>(reason);
      case Section.Failed<CgroupTree> _ -> new Section.Absent<>("control groups could not be read");
    };
  }

  private Section<PodNetworks> read(CgroupTree tree) {
    flaws.clear();
    pass++;
    host = inode("1");
    Map<String, List<Cgroup<CgroupOwner.Container>>> pods = new HashMap<>();
    for (Cgroup<CgroupOwner.Container> group : tree.containers()) {
      pods.computeIfAbsent(group.owner().podUid(), _ -> new ArrayList<>()).add(group);
    }
    Map<String, Told> told = new HashMap<>();
    Map<String, Section<NetDev>> networks = new HashMap<>();
    pods.forEach((uid, groups) -> networks.put(uid, pod(uid, groups, tree.layout(), told)));
    known = told;
    return new Section.Present<>(new PodNetworks(networks), flaws);
  }

  private Section<NetDev> pod(
      String uid,
      List<Cgroup<CgroupOwner.Container>> groups,
      CgroupLayout layout,
      Map<String, Told> told) {
    Told before = known.get(uid);
    Told now = before != null && rests(uid, before, groups) ? before : read(before, groups, layout);
    if (now == null) return new Section.Absent<>("no process of the pod was found");
    told.put(uid, now);
    return now.network();
  }

  /// One that could not be read well is read again.
  private boolean rests(String uid, Told before, List<Cgroup<CgroupOwner.Container>> groups) {
    return Math.floorMod(pass + uid.hashCode(), STALE) != 0
        && before.network().failures().isEmpty()
        && !before.changed(groups);
  }

  private @Nullable Told read(
      @Nullable Told before, List<Cgroup<CgroupOwner.Container>> groups, CgroupLayout layout) {
    Member member = before == null ? null : before.member();
    Optional<Section<NetDev>> read = member == null ? Optional.empty() : again(member);
    if (read.isEmpty()) {
      member = find(groups, layout).orElse(null);
      read = member == null ? Optional.empty() : again(member);
    }
    return member == null || read.isEmpty() ? null : new Told(member, groups, read.get());
  }

  private Optional<Member> find(List<Cgroup<CgroupOwner.Container>> groups, CgroupLayout layout) {
    List<Cgroup<CgroupOwner.Container>> oldest = new ArrayList<>(groups);
    oldest.sort(Comparator.comparing(Cgroup::since));
    for (Cgroup<CgroupOwner.Container> group :
        oldest.subList(0, Math.min(MOST_ASKED, oldest.size()))) {
      long pid = firstProcess(layout.walked() + group.path());
      long namespace = pid > 0 ? inode(Long.toString(pid)) : 0;
      if (namespace != 0) return Optional.of(new Member(pid, namespace));
    }
    return Optional.empty();
  }

  /// 0 where there is none, or none in the reader's pid namespace.
  private long firstProcess(String directory) {
    try {
      KernelText pids = reader.read(directory + "/cgroup.procs");
      return pids.nextLine() ? pids.unsigned() : 0;
    } catch (KernelFileException unreadable) {
      if (!unreadable.vanished()) flaw(unreadable.failure());
      return 0;
    } catch (MalformedSourceException malformed) {
      flaw(malformed.failure());
      return 0;
    }
  }

  private void flaw(SourceFailure failure) {
    if (flaws.size() < MOST_FLAWS) flaws.add(failure);
  }

  private String file(String pid) {
    return roots.proc(pid + "/net/dev");
  }

  private long inode(String pid) {
    try {
      return reader.status(file(pid)).inode();
    } catch (KernelFileException _) {
      return 0;
    }
  }

  /// Empty where the process is no longer the one that was found.
  private Optional<Section<NetDev>> again(Member member) {
    if (member.namespace() == host) {
      boolean same = inode(Long.toString(member.pid())) == host;
      return same
          ? Optional.of(new Section.Absent<>("the pod is in the node's network"))
          : Optional.empty();
    }
    String path = file(Long.toString(member.pid()));
    try {
      int fd = reader.open(path);
      try {
        if (reader.status(fd, path).inode() != member.namespace()) return Optional.empty();
        KernelText text = reader.read(fd, path);
        return Optional.of(new Section.Present<>(NetDev.parse(text), text.flaws()));
      } finally {
        reader.close(fd);
      }
    } catch (KernelFileException unreadable) {
      if (unreadable.vanished()) return Optional.empty();
      flaw(unreadable.failure());
      return Optional.of(KernelReader.unreadable(unreadable, Need.REQUIRED));
    } catch (MalformedSourceException malformed) {
      flaw(malformed.failure());
      return Optional.of(new Section.Failed<>(malformed.failure()));
    }
  }
}
