package dev.plimsoll.collectors.kernel;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Does something on a thread that may read only what everybody may.
public final class NoRights {
  private static final int NOBODY = 65534;

  private NoRights() {}

  public static <T> T call(Callable<T> work) throws InterruptedException, ExecutionException {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              giveUpRights();
              return work.call();
            });
    Thread.ofPlatform().start(task);
    return task.get();
  }

  /// The kernel keeps rights by thread; only the C library's own `setresuid` changes them all. For
  /// who has none to begin with the call changes nothing.
  private static void giveUpRights() {
    long setresuid = "amd64".equals(System.getProperty("os.arch")) ? 117 : 147;
    NativeLong unchanged = new NativeLong(-1);
    Function.getFunction("c", "syscall")
        .invokeLong(
            new Object[] {new NativeLong(setresuid), unchanged, new NativeLong(NOBODY), unchanged});
  }
}
