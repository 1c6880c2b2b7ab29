package dev.plimsoll.agent.cli.mount;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
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
    return present(FilesystemReader.mounts(reader, roots));
  }

  @Override
  public Filesystems read(MountFilter filter) throws IOException {
    FilesystemReader filesystems =
        new FilesystemReader(new KernelSizeCall(), filter, Patience.once());
    return present(filesystems.read(reader, roots));
  }

  private static <T> T present(Section<T> section) throws IOException {
    return switch (section) {
      case Section.Present<T>(T value, List<SourceFailure> _) -> value;
      case Section.Absent<T>(String reason) -> throw new IOException(reason);
      case Section.Failed<T>(SourceFailure failure) -> throw new IOException(failure.describe());
    };
  }
}
