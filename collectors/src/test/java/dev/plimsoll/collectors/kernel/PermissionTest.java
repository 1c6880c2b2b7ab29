package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that only others may read.
class PermissionTest {
  @TempDir private Path directory;

  @Test
  void aFileThatMayNotBeReadHasFailedAndIsNotAbsent() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Section<KernelText> read =
        NoRights.call(
            () ->
                new KernelReader().section(file.toString(), Need.OPTIONAL, KernelText::firstLine));
    assertEquals(
        new Section.Failed<>(
            new SourceFailure(Kind.DENIED, file.toString(), 0, "Permission denied")),
        read);
  }
}
