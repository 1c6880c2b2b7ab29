package dev.plimsoll.collectors.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.FileFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A directory that becomes something else between the look at it and its opening.
class TreeWalkTest {
  private final List<String> told = new ArrayList<>();
  @TempDir private Path directory;
  private Path victim;

  private interface Change {
    void make(Path victim) throws IOException;
  }

  @BeforeEach
  void makeVictim() throws IOException {
    victim = Files.createDirectories(directory.resolve("victim"));
    Files.createDirectories(directory.resolve("other/below"));
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() {
    walk(
        path -> {
          Files.delete(path);
          Files.createSymbolicLink(path, directory.resolve("other"));
        });
    assertEquals(List.of("enter victim", "READ ENOTDIR", "leave victim"), told);
  }

  @Test
  void anotherDirectoryInItsPlaceIsNotWalked() {
    walk(
        path -> {
          Files.delete(path);
          Files.move(directory.resolve("other"), path);
        });
    assertEquals(List.of("enter victim", "READ ENOENT", "leave victim"), told);
  }

  @Test
  void nothingInItsPlaceIsTold() {
    walk(Files::delete);
    assertEquals(List.of("enter victim", "READ ENOENT", "leave victim"), told);
  }

  private void walk(Change change) {
    new TreeWalk(new Notes(change), TreeWalk.DEEPEST).walk(victim.toString());
  }

  private final class Notes implements TreeVisitor {
    private final Change change;

    Notes(Change change) {
      this.change = change;
    }

    @Override
    public boolean mayLook(TreePath path) {
      return true;
    }

    @Override
    public boolean enter(TreePath path, FileFacts facts) {
      told.add("enter " + name(path));
      try {
        change.make(victim);
      } catch (IOException fault) {
        throw new UncheckedIOException(fault);
      }
      return true;
    }

    @Override
    public void file(TreePath path, FileFacts file) {
      told.add("file " + name(path));
    }

    @Override
    public void leave(TreePath path) {
      told.add("leave " + name(path));
    }

    @Override
    public void failed(TreePath path, Failure failure, Errno errno) {
      told.add(failure + " " + errno);
    }

    @Override
    public boolean goesOn() {
      return true;
    }

    private String name(TreePath path) {
      return directory.relativize(Path.of(path.toString())).toString();
    }
  }
}
