package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.StatVfs;
import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.Mount;
import java.util.ArrayList;
import java.util.List;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;

/// File systems from OSHI, which leaves those without a size out.
final class OshiFilesystems {
  private OshiFilesystems() {}

  static Filesystems of(FileSystem system) {
    List<Filesystem> all = new ArrayList<>();
    for (OSFileStore store : system.getFileStores()) {
      Mount mount = mount(store, all.size());
      all.add(new Filesystem(mount, new Section.Present<>(size(store, mount.readOnly()))));
    }
    return new Filesystems(all, List.of(), Filesystems.View.NODE);
  }

  private static Mount mount(OSFileStore store, int number) {
    return new Mount(
        number,
        0,
        0,
        number,
        "/",
        store.getMount(),
        store.getOptions(),
        store.getType(),
        store.getVolume(),
        "",
        false);
  }

  private static StatVfs size(OSFileStore store, boolean readOnly) {
    return new StatVfs(
        1,
        store.getTotalSpace(),
        store.getFreeSpace(),
        store.getUsableSpace(),
        store.getTotalInodes(),
        store.getFreeInodes(),
        readOnly);
  }
}
