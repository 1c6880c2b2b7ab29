package dev.plimsoll.collectors.process;

import dev.plimsoll.collectors.kernel.KernelFileException;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.util.Arrays;

/// The pids that `/proc` lists, ascending. The same array is filled in each pass.
final class PidList {
  private static final int MOST_DIGITS = 9;

  private int[] pids = new int[1024];
  private int size;
  private boolean sorted;

  /// @param directory `/proc`, just opened
  void read(KernelReader reader, int directory, String path) throws KernelFileException {
    size = 0;
    sorted = true;
    reader.list(directory, path, this::entry);
    if (!sorted) Arrays.sort(pids, 0, size);
  }

  int size() {
    return size;
  }

  int get(int index) {
    return pids[index];
  }

  boolean contains(int pid) {
    return Arrays.binarySearch(pids, 0, size, pid) >= 0;
  }

  private void entry(byte[] name, int offset, int length, boolean directory) {
    if (length > MOST_DIGITS) return;
    int pid = 0;
    for (int index = offset; index < offset + length; index++) {
      if (name[index] < '0' || name[index] > '9') return;
      pid = pid * 10 + name[index] - '0';
    }
    add(pid);
  }

  private void add(int pid) {
    if (size == pids.length) pids = Arrays.copyOf(pids, size * 2);
    sorted &= size == 0 || pids[size - 1] < pid;
    pids[size++] = pid;
  }
}
