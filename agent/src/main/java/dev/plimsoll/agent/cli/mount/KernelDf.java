package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.agent.cli.Needed;
import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.mount.FilesystemReader;
import dev.plimsoll.collectors.mount.Filesystems;
import dev.plimsoll.collectors.mount.KernelSizeCall;
import dev.plimsoll.collectors.mount.Mount;
import dev.plimsoll.collectors.mount.MountFilter;
import dev.plimsoll.collectors.mount.Patience;
import java.io.IOException;
import java.util.List;

/// File systems as Linux tells of them.
public final class KernelDf implements DfSource {
  private final KernelReader reader = new KernelReader();
  private final Roots roots;

  public KernelDf(Roots roots) {
    this.roots = roots;
  }

  @Override
  public List<Mount> mounts() throws IOException {
    return Needed.of(FilesystemReader.mounts(reader, roots));
  }

  @Override
  public Filesystems read(MountFilter filter) throws IOException {
    FilesystemReader filesystems =
        new FilesystemReader(new KernelSizeCall(), filter, Patience.once());
    return Needed.of(filesystems.read(reader, roots));
  }
}
