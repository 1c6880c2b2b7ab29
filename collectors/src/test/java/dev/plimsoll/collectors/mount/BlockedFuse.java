package dev.plimsoll.collectors.mount;

import static dev.plimsoll.collectors.mount.LibcMounts.bytes;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A file system whose program answers the kernel's greeting and then, until it is let go, nothing:
/// whoever asks it for its size waits. It speaks the protocol of `/dev/fuse`
/// (`include/uapi/linux/fuse.h`) itself.
final class BlockedFuse implements AutoCloseable {
  private static final int STATFS = 17;
  private static final int INIT = 26;
  private static final int DESTROY = 38;
  private static final int HEADER = 16;

  private final int device = LibcMounts.open(bytes("/dev/fuse"), openFlags());
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final Thread program = Thread.ofPlatform().daemon().name("fuse").unstarted(this::serve);

  private BlockedFuse() {}

  private static int openFlags() {
    return LibcMounts.READ_WRITE | LibcMounts.CLOSE_ON_EXEC;
  }

  /// Mounts one; whoever made the mounts takes it away.
  static BlockedFuse at(String name, TestMounts mounts) {
    TestMounts.require(Files.exists(Path.of("/dev/fuse")), "no /dev/fuse: modprobe fuse");
    BlockedFuse fuse = new BlockedFuse();
    String options = "fd=" + fuse.device + ",rootmode=40000,user_id=0,group_id=0";
    mounts.mount("plimsoll-blocked", mounts.directory(name), "fuse.plimsoll-test", 0, options);
    fuse.program.start();
    return fuse;
  }

  /// Waits until somebody hangs in it.
  boolean awaitAsked() throws InterruptedException {
    return asked.await(10, TimeUnit.SECONDS);
  }

  /// Answers what waits and all that comes.
  void letGo() {
    letGo.countDown();
  }

  private void serve() {
    byte[] request = new byte[1 << 18];
    try {
      while (LibcMounts.read(device, request, request.length) > 0) answer(in(request));
    } catch (LastErrorException | InterruptedException _) {
      // The mount is gone, or the test is over.
    }
  }

  private static ByteBuffer in(byte[] request) {
    return ByteBuffer.wrap(request).order(ByteOrder.nativeOrder());
  }

  /// `struct fuse_in_header`: length, operation, unique number of the request.
  private void answer(ByteBuffer request) throws InterruptedException {
    long unique = request.getLong(8);
    switch (request.getInt(4)) {
      case INIT -> reply(unique, init(request.getInt(40), request.getInt(44)));
      case STATFS -> {
        asked.countDown();
        letGo.await();
        reply(unique, size());
      }
      case DESTROY -> reply(unique, ByteBuffer.allocate(0));
      default -> fail(unique);
    }
  }

  /// `struct fuse_init_out` with nothing but the version and the smallest sizes.
  private static ByteBuffer init(int major, int minor) {
    ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
    return out.putInt(major).putInt(minor).putInt(20, 4096).rewind();
  }

  /// `struct fuse_kstatfs`: 1,000 blocks of 4,096 bytes, 400 free, 300 of them for all.
  private static ByteBuffer size() {
    ByteBuffer out = ByteBuffer.allocate(80).order(ByteOrder.nativeOrder());
    out.putLong(1000).putLong(400).putLong(300).putLong(50).putLong(20);
    return out.putInt(4096).putInt(255).putInt(4096).rewind();
  }

  private void reply(long unique, ByteBuffer body) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + body.limit()).order(ByteOrder.nativeOrder());
    out.putInt(out.capacity()).putInt(0).putLong(unique).put(body);
    LibcMounts.write(device, out.array(), out.capacity());
  }

  /// ENOSYS.
  private void fail(long unique) {
    ByteBuffer out = ByteBuffer.allocate(HEADER).order(ByteOrder.nativeOrder());
    out.putInt(HEADER).putInt(-38).putLong(unique);
    LibcMounts.write(device, out.array(), HEADER);
  }

  /// Ends the connection, which wakes whoever hangs in it.
  @Override
  public void close() {
    program.interrupt();
    LibcMounts.close(device);
  }
}
