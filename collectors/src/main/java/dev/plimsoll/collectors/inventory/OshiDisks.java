package dev.plimsoll.collectors.inventory;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oshi.hardware.HWDiskStore;
import oshi.hardware.common.platform.linux.nativefree.LinuxHWDiskStoreNF;
import oshi.util.GlobalConfig;
import oshi.util.linux.SysPath;

/// The disks, by OSHI: those of its classes that call neither native code nor other programs. OSHI
/// is slow to start, so another thread reads them, first when they are asked for and again when
/// disks came or went.
public final class OshiDisks implements AutoCloseable {
  /// The reason why there is nothing the first time.
  public static final String NOT_YET = "disks have not been read yet";

  private static final int LONGEST_NAME = 64;

  /// @param names of the block devices that there were; null where they are to be read anew
  private record Known(@Nullable List<String> names, Section<List<Disk>> disks) {}

  private static final long PATIENCE_MILLIS = 200;

  private final KernelReader reader;
  private final Roots roots;
  private final Function<Roots, Section<List<Disk>>> oshi;
  private final AtomicBoolean reading = new AtomicBoolean();
  private final AtomicReference<Known> last =
      new AtomicReference<>(new Known(null, new Section.Absent<>(NOT_YET)));

  /// The newest one, which has ended where `reading` is false; null before the first.
  private @Nullable Thread thread;

  public OshiDisks(KernelReader reader, Roots roots) {
    this(reader, roots, OshiDisks::read);
  }

  /// @param oshi reads the disks
  OshiDisks(KernelReader reader, Roots roots, Function<Roots, Section<List<Disk>>> oshi) {
    this.reader = reader;
    this.roots = roots;
    this.oshi = oshi;
  }

  /// What was known of disks before now: the first time nothing.
  public Section<List<Disk>> known() {
    try {
      Known known = last.get();
      List<String> now = reader.names(roots.sys("block")).stream().sorted().toList();
      if (!now.equals(known.names())) refresh(now);
      return known.disks();
    } catch (KernelFileException unreadable) {
      return KernelReader.unreadable(unreadable, Need.OPTIONAL);
    }
  }

  /// Begins to read, unless that is under way.
  private void refresh(List<String> names) {
    if (!reading.compareAndSet(false, true)) return;
    try {
      thread = Thread.ofPlatform().daemon().name("plimsoll-disks").start(() -> readAndKeep(names));
    } catch (RuntimeException | OutOfMemoryError none) {
      last.set(failed(none));
      reading.set(false);
    }
  }

  /// Waits a while for the thread that reads: the virtual machine may crash where it archives its
  /// classes while others are loaded.
  @Override
  public void close() {
    Thread newest = thread;
    if (newest == null) return;
    try {
      newest.join(PATIENCE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAndKeep(List<String> names) {
    try {
      last.set(new Known(names, oshi.apply(roots)));
    } catch (RuntimeException | Error fault) {
      last.set(failed(fault));
    } finally {
      reading.set(false);
    }
  }

  /// They are read again the next time.
  private Known failed(Throwable fault) {
    SourceFailure.Kind kind = SourceFailure.Kind.IO;
    String text = "OSHI: " + fault;
    return new Known(
        null, new Section.Failed<>(new SourceFailure(kind, roots.sys("block"), 0, text)));
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
