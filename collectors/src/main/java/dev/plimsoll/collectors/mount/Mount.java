package dev.plimsoll.collectors.mount;

/// One mount, as a line of `/proc/<pid>/mountinfo` has it. Names are kernel strings, escapes
/// undone.
///
/// @param id the mount's number, unique among all mounts of the machine while it lasts
/// @param parent the mount it is mounted on
/// @param major of the device (`st_dev`) of the files in it
/// @param minor of the same
/// @param root the directory of the file system that is its root: not `/` for a bind mount
/// @param point where it is mounted, as the process sees it whose mounts these are
/// @param options the mount's own options: `rw,relatime`
/// @param type of the file system: `ext4`, `fuse.sshfs`
/// @param source what is mounted: a device, an export, or a word without meaning; may be empty
/// @param superOptions the options of the file system
/// @param hidden whether another mount lies over it, so that its path leads elsewhere
public record Mount(
    long id,
    long parent,
    int major,
    int minor,
    String root,
    String point,
    String options,
    String type,
    String source,
    String superOptions,
    boolean hidden) {

  Mount asHidden() {
    return new Mount(
        id, parent, major, minor, root, point, options, type, source, superOptions, true);
  }

  Mount withPoint(String seen) {
    return new Mount(
        id, parent, major, minor, root, seen, options, type, source, superOptions, hidden);
  }

  /// Whether it cannot be written to, by its own options or those of its file system.
  public boolean readOnly() {
    return allOptions().readOnly();
  }

  /// Its own options and those of its file system.
  public MountOptions allOptions() {
    return new MountOptions(options, superOptions);
  }
}
