package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that only others may read.
class PermissionTest {
  private static final int NOBODY = 65534;

  @TempDir private Path directory;

  @Test
  void aFileThatMayNotBeReadHasFailedAndIsNotAbsent() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    FutureTask<Section<KernelText>> read =
        new FutureTask<>(
            () -> {
              giveUpRights();
              return new KernelReader()
                  .section(file.toString(), Need.OPTIONAL, KernelText::firstLine);
            });
    Thread.ofPlatform().start(read);
    assertEquals(
        new Section.Failed<>(
            new SourceFailure(Kind.DENIED, file.toString(), 0, "Permission denied")),
        read.get());
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
