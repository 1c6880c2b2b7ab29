package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import oshi.hardware.HWDiskStore;
import oshi.hardware.common.platform.linux.nativefree.LinuxHWDiskStoreNF;
import oshi.util.GlobalConfig;
import oshi.util.linux.SysPath;

/// The disks, by OSHI: those of its classes that call neither native code nor other programs. OSHI
/// is slow to start, so another thread reads them, first when they are asked for and again when
/// disks came or went.
public final class OshiDisks {
  private static final int LONGEST_NAME = 64;

  private final KernelReader reader;
  private final Roots roots;
  private final AtomicReference<Section<List<Disk>>> read =
      new AtomicReference<>(new Section.Absent<>("disks have not been read yet"));
  private List<String> names = List.of();

  public OshiDisks(KernelReader reader, Roots roots) {
    this.reader = reader;
    this.roots = roots;
  }

  /// What was known of disks before now: the first time nothing.
  public Section<List<Disk>> known() {
    try {
      Section<List<Disk>> known = read.get();
      List<String> now = reader.names(roots.sys("block")).stream().sorted().toList();
      if (!now.equals(names)) refresh();
      names = now;
      return known;
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }

  private void refresh() {
    Thread.ofPlatform().daemon().name("plimsoll-disks").start(() -> read.set(read(roots)));
  }

  /// Reads them in this thread. OSHI takes the root of sysfs once for a process.
  static Section<List<Disk>> read(Roots roots) {
    GlobalConfig.set(GlobalConfig.OSHI_UTIL_SYS_PATH, roots.sysfs());
    if (!SysPath.SYS.equals(roots.sys(""))) {
      return new Section.Absent<>("OSHI reads " + SysPath.SYS + " in this process");
    }
    return new Section.Present<>(
        LinuxHWDiskStoreNF.getDisks().stream().map(OshiDisks::disk).toList());
  }

  private static Disk disk(HWDiskStore store) {
    String device = store.getName().substring(store.getName().lastIndexOf('/') + 1);
    return new Disk(device, name(store.getModel()), name(store.getSerial()), store.getSize());
  }

  private static String name(String given) {
    String name = given.strip();
    if (name.equals("unknown")) return "";
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }
}
