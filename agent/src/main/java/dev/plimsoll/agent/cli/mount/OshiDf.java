package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.mount.Filesystem;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.oshi.OshiNode;
import java.util.List;

/// File systems as OSHI knows them.
public final class OshiDf implements DfSource {
  private final OshiNode oshi = new OshiNode();

  @Override
  public List<Mount> mounts() {
    return oshi.filesystems().all().stream().map(Filesystem::mount).toList();
  }

  @Override
  public Filesystems read(MountFilter filter) {
    Filesystems all = oshi.filesystems();
    List<Filesystem> wanted =
        all.all().stream().filter(each -> filter.wanted().test(each.mount())).toList();
    return new Filesystems(wanted, List.of(), all.view());
  }
}
