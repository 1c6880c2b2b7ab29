package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.FileFacts;
import dev.plimsoll.collectors.kernel.MountIdentity;

/// The files with several names that were counted already: a set of at most [#MOST], in 12 MB.
final class HardLinks {
  static final int MOST = 500_000;

  private static final int FIRST = 1 << 10;

  private final int most;
  private long[] inodes = new long[FIRST];

  /// Of the device; 0 where a place is empty.
  private int[] devices = new int[FIRST];

  private int size;

  HardLinks(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  /// What became of a file.
  enum Outcome {
    NEW,
    KNOWN,
    /// It is not known whether it is new: the set is full.
    FULL
  }

  Outcome add(FileFacts file) {
    long inode = file.status().inode();
    int device = number(file.mount());
    int place = place(inode, device, inodes, devices);
    if (devices[place] != 0) return Outcome.KNOWN;
    if (size == most) return Outcome.FULL;
    inodes[place] = inode;
    devices[place] = device;
    if (++size > inodes.length / 2) grow();
    return Outcome.NEW;
  }

  /// Majors have 12 bits and minors 20 (`include/linux/kdev_t.h`): never 0 but for no device.
  private static int number(MountIdentity mount) {
    int number = mount.major() << 20 | mount.minor();
    return number == 0 ? -1 : number;
  }

  private static int place(long inode, int device, long[] inodes, int[] devices) {
    int mask = inodes.length - 1;
    long mixed = (inode * 0x9E3779B97F4A7C15L) ^ device;
    int place = (int) (mixed >>> 20) & mask;
    while (devices[place] != 0 && (inodes[place] != inode || devices[place] != device)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] moreInodes = new long[2 * inodes.length];
    int[] moreDevices = new int[2 * devices.length];
    for (int at = 0; at < inodes.length; at++) {
      if (devices[at] == 0) continue;
      int place = place(inodes[at], devices[at], moreInodes, moreDevices);
      moreInodes[place] = inodes[at];
      moreDevices[place] = devices[at];
    }
    inodes = moreInodes;
    devices = moreDevices;
  }
}
