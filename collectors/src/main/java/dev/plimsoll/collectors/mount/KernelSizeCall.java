package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.FilesystemCalls;
import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.MountIdentity;
import dev.plimsoll.collectors.kernel.StatVfs;

/// Asks the kernel, and makes sure that it was that mount which answered: when a mount is gone its
/// directory is still there and answers for the file system below, and in a container the same path
/// is another file.
public final class KernelSizeCall implements SizeCall {
  private final FilesystemCalls calls = new FilesystemCalls();

  @Override
  public StatVfs ask(Target target) throws KernelFileException {
    StatVfs size = calls.statVfs(target.path());
    MountIdentity reached = calls.mount(target.path());
    Mount mount = target.mount();
    if (target.sameNamespace() && reached.id().isPresent()) {
      if (reached.id().getAsLong() != mount.id()) throw gone(target);
    } else if (!isDeviceOf(mount, reached)) {
      throw gone(target);
    }
    return size;
  }

  private static boolean isDeviceOf(Mount mount, MountIdentity reached) {
    return FilesystemType.isOfManyDevices(mount)
        || (reached.major() == mount.major() && reached.minor() == mount.minor());
  }

  private static KernelFileException gone(Target target) {
    return new KernelFileException(target.path(), Errno.ENOENT);
  }
}
