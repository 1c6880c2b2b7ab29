package dev.plimsoll.collectors.mount;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.StatVfs;

/// Asks one file system for its size. Called by many threads at a time, each of which it may hold
/// for ever.
@FunctionalInterface
public interface SizeCall {

  /// @throws KernelFileException with [dev.plimsoll.collectors.kernel.Errno#ENOENT] where the mount
  ///   is gone
  StatVfs ask(Target target) throws KernelFileException;

  /// A mount, and how it is reached from here.
  ///
  /// @param path that leads to it
  /// @param sameNamespace whether mounts have the same numbers on that path as in the table
  record Target(Mount mount, String path, boolean sameNamespace) {}
}
