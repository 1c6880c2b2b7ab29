package dev.plimsoll.collectors.mount;

import java.util.Set;

/// What the name of a file system's type says of it.
public final class FilesystemType {
  /// Trees that the kernel makes up: they hold nothing, and their size is always 0.
  private static final Set<String> PSEUDO =
      Set.of(
          "autofs",
          "bdev",
          "binfmt_misc",
          "bpf",
          "cgroup",
          "cgroup2",
          "configfs",
          "cpuset",
          "debugfs",
          "devpts",
          "fuse.portal",
          "fusectl",
          "kernfs",
          "mqueue",
          "nsfs",
          "pipefs",
          "proc",
          "pstore",
          "resctrl",
          "rpc_pipefs",
          "securityfs",
          "selinuxfs",
          "smackfs",
          "sockfs",
          "subfs",
          "sysfs",
          "tracefs");

  private static final Set<String> REMOTE =
      Set.of(
          "acfs",
          "afs",
          "auristorfs",
          "beegfs",
          "ceph",
          "coda",
          "fhgfs",
          "gpfs",
          "ibrix",
          "lustre",
          "nfs",
          "nfs4",
          "ocfs2",
          "vxfs");

  /// Subvolumes of one such file system have device numbers of their own, which a mount table does
  /// not tell.
  private static final Set<String> OF_MANY_DEVICES = Set.of("bcachefs", "btrfs");

  private static final Set<String> WINDOWS = Set.of("cifs", "smb3", "smbfs");

  private FilesystemType() {}

  /// Whether it has no size, so that it need never be asked for one.
  public static boolean isPseudo(Mount mount) {
    return PSEUDO.contains(mount.type());
  }

  /// Whether another machine must answer, as far as a mount's type and source tell.
  public static boolean isRemote(Mount mount) {
    String source = mount.source();
    boolean windows = source.startsWith("//") && WINDOWS.contains(mount.type());
    return windows
        || REMOTE.contains(mount.type())
        || source.indexOf(':') >= 0
        || source.equals("-hosts");
  }

  /// Whether a program in user space answers, which may stop to.
  public static boolean isFuse(Mount mount) {
    return mount.type().equals("fuse") || mount.type().startsWith("fuse.");
  }

  static boolean isOfManyDevices(Mount mount) {
    return OF_MANY_DEVICES.contains(mount.type());
  }
}
