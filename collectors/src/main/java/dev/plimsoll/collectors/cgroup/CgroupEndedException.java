package dev.plimsoll.collectors.cgroup;

/// The group is gone; what was read of it is not reported.
final class CgroupEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  CgroupEndedException(String directory) {
    super(directory, null, false, false);
  }
}
