package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.KernelString;
import dev.plimsoll.collectors.kernel.TreeCalls;
import java.util.Arrays;

/// Where a walk is: a path in the kernel's bytes, which grows and shrinks in place.
public final class TreePath {
  private byte[] bytes = new byte[256];
  private int length;

  TreePath() {}

  static TreePath of(String path) {
    TreePath whole = new TreePath();
    whole.enter(TreeCalls.name(path));
    return whole;
  }

  /// One step down.
  ///
  /// @param name ends in NUL
  /// @return what [#back] wants to undo the step
  int enter(byte[] name) {
    int before = length;
    if (length > 0 && bytes[length - 1] != '/') append('/');
    for (int at = 0; name[at] != 0; at++) append(name[at]);
    return before;
  }

  private void append(int one) {
    if (length == bytes.length) bytes = Arrays.copyOf(bytes, 2 * length);
    bytes[length++] = (byte) one;
  }

  int length() {
    return length;
  }

  void back(int before) {
    length = before;
  }

  /// The whole path, as a kernel string.
  @Override
  public String toString() {
    return KernelString.decode(bytes, 0, length);
  }
}
