package dev.plimsoll.collectors.mount;

import static dev.plimsoll.collectors.mount.LibcMounts.bytes;

import com.sun.jna.LastErrorException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Real mounts below a directory, taken away again when closed, last first.
final class TestMounts implements AutoCloseable {
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final String directory;

  /// Skips the test where this user may not mount; fails it on CI.
  TestMounts(Path directory) {
    require(LibcMounts.geteuid() == 0, "mounts can only be made by root: run the tests with sudo");
    this.directory = directory.toString();
  }

  static void require(boolean there, String otherwise) {
    if ("true".equals(System.getenv("CI"))) Assertions.assertTrue(there, otherwise);
    else Assumptions.assumeTrue(there, otherwise);
  }

  /// A directory in the test's; the name may hold slashes, and bytes that are not text.
  String directory(String name) {
    String path = directory;
    for (String part : name.split("/", -1)) {
      path += '/' + part;
      makeDirectory(path);
    }
    return path;
  }

  private void makeDirectory(String path) {
    try {
      LibcMounts.mkdir(bytes(path), 0755);
      undo.push(() -> LibcMounts.rmdir(bytes(path)));
    } catch (LastErrorException there) {
      if (there.getErrorCode() != 17) throw there;
    }
  }

  String tmpfs(String name, String options) {
    return mount("plimsoll-test", directory(name), "tmpfs", 0, options);
  }

  String bind(String source, String name) {
    return mount(source, directory(name), "none", LibcMounts.BIND, "");
  }

  String overlay(String name) {
    String lower = directory(name + "-lower");
    String upper = tmpfs(name + "-upper", "size=1m");
    LibcMounts.mkdir(bytes(upper + "/upper"), 0755);
    LibcMounts.mkdir(bytes(upper + "/work"), 0755);
    String options = "lowerdir=" + lower + ",upperdir=" + upper + "/upper,workdir=" + upper;
    return mount("overlay", directory(name), "overlay", 0, options + "/work");
  }

  String mount(String source, String target, String type, long flags, String options) {
    LibcMounts.mount(bytes(source), bytes(target), bytes(type), flags, bytes(options));
    undo.push(() -> unmountIfThere(target));
    return target;
  }

  void remountReadOnly(String target) {
    long flags = LibcMounts.REMOUNT | LibcMounts.READ_ONLY;
    LibcMounts.mount(bytes(""), bytes(target), bytes(""), flags, bytes(""));
  }

  void unmount(String target) {
    LibcMounts.umount2(bytes(target), LibcMounts.DETACH);
  }

  private static void unmountIfThere(String target) {
    try {
      LibcMounts.umount2(bytes(target), LibcMounts.DETACH);
    } catch (LastErrorException gone) {
      if (gone.getErrorCode() != 22) throw gone;
    }
  }

  @Override
  public void close() {
    while (!undo.isEmpty()) undo.pop().run();
  }
}
