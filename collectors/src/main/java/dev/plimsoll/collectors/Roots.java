package dev.plimsoll.collectors;

/// Where the kernel's trees are mounted: elsewhere than usual in a container, and in tests.
///
/// @param procfs without a slash at its end, `/proc`
/// @param sysfs without a slash at its end, `/sys`
/// @param rootfs the host's root; empty for `/`
public record Roots(String procfs, String sysfs, String rootfs) {
  public Roots {
    procfs = withoutSlash(procfs);
    sysfs = withoutSlash(sysfs);
    rootfs = withoutSlash(rootfs);
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /// A file below the root of processes: `proc("1/mountinfo")`.
  public String proc(String file) {
    return procfs + '/' + file;
  }

  public String sys(String file) {
    return sysfs + '/' + file;
  }

  public String root(String file) {
    return rootfs + '/' + file;
  }
}
