package dev.plimsoll.collectors.block;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.sysfs.SysfsDirectory;
import dev.plimsoll.collectors.sysfs.SysfsTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// `/sys/fs/btrfs/<uuid>`, for example `allocation/data/raid0/used_bytes` with `808189952`: how
/// each mounted btrfs uses its devices (`fs/btrfs/sysfs.c`).
///
/// @param filesystems in the order of their UUIDs
public record Btrfs(List<FileSystem> filesystems) {
  private static final long SECTOR = 512;

  public Btrfs {
    filesystems = List.copyOf(filesystems);
  }

  /// One of them.
  ///
  /// @param uuid of its metadata, which stays when the file system is given another UUID
  /// @param label empty where it has none
  /// @param reserveBytes kept for the case that nothing else is left
  /// @param commits Linux 6.1 and later
  /// @param groups what is stored and how, by kind: `data`, `metadata`, `system`
  /// @param devices sizes in bytes by name, `sda1`
  public record FileSystem(
      String uuid,
      String label,
      OptionalLong reserveBytes,
      Optional<Commits> commits,
      Map<String, BlockGroup> groups,
      Map<String, Long> devices) {
    public FileSystem {
      groups = Collections.unmodifiableMap(new TreeMap<>(groups));
      devices = Collections.unmodifiableMap(new TreeMap<>(devices));
    }
  }

  /// How often and for how long the file system wrote itself down, since it was mounted.
  public record Commits(long count, long lastMillis, long maxMillis, long totalMillis) {}

  /// Room for one kind of content.
  ///
  /// @param reservedBytes allocated to writes that are under way
  /// @param layouts by the name of the RAID profile, `single`, `dup`, `raid1`
  public record BlockGroup(OptionalLong reservedBytes, Map<String, Layout> layouts) {
    public BlockGroup {
      layouts = Collections.unmodifiableMap(new TreeMap<>(layouts));
    }
  }

  /// Room with one profile.
  public record Layout(OptionalLong totalBytes, OptionalLong usedBytes) {}

  /// Reads what there is of each. Absent where the kernel has not loaded btrfs.
  public static Section<Btrfs> read(KernelReader reader, Roots roots) {
    return SysfsTree.section(reader, tree -> walk(tree.directory(roots.sys("fs/btrfs"))));
  }

  private static Btrfs walk(SysfsDirectory all) throws KernelFileException {
    List<FileSystem> filesystems = new ArrayList<>();
    for (SysfsDirectory filesystem : all.children()) {
      // Beside them is `features`, of the driver.
      if (filesystem.name().contains("-")) filesystems.add(filesystem(filesystem));
    }
    return new Btrfs(filesystems);
  }

  private static FileSystem filesystem(SysfsDirectory filesystem) {
    Map<String, Long> devices = new TreeMap<>();
    for (String device : filesystem.in("devices").namesOrNone()) {
      filesystem
          .number("devices/" + device + "/size")
          .ifPresent(sectors -> devices.put(device, sectors * SECTOR));
    }
    String uuid = filesystem.text("metadata_uuid").filter(it -> !it.isEmpty()).orElse("");
    return new FileSystem(
        uuid.isEmpty() ? filesystem.name() : uuid,
        filesystem.text("label").orElse(""),
        filesystem.number("allocation/global_rsv_size"),
        filesystem.value("commit_stats", Btrfs::commits),
        groups(filesystem.in("allocation")),
        devices);
  }

  private static Map<String, BlockGroup> groups(SysfsDirectory allocation) {
    Map<String, BlockGroup> groups = new TreeMap<>();
    for (String kind : List.of("data", "metadata", "system")) {
      SysfsDirectory group = allocation.in(kind);
      Map<String, Layout> layouts = new TreeMap<>();
      for (SysfsDirectory layout : group.directories()) {
        layouts.put(
            layout.name(), new Layout(layout.number("total_bytes"), layout.number("used_bytes")));
      }
      groups.put(kind, new BlockGroup(group.number("bytes_reserved"), layouts));
    }
    return groups;
  }

  static Commits commits(KernelText text) throws MalformedSourceException {
    Map<String, Long> values = new TreeMap<>();
    while (text.nextLine()) values.put(text.word(), text.unsigned());
    return new Commits(
        value("commits", values, text),
        value("last_commit_ms", values, text),
        value("max_commit_ms", values, text),
        value("total_commit_ms", values, text));
  }

  private static long value(String name, Map<String, Long> values, KernelText text)
      throws MalformedSourceException {
    Long value = values.get(name);
    if (value == null) throw text.malformed("no " + name);
    return value;
  }
}
