package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A directory of which the kernel tells in several parts.
class SocketLinksTest {
  private static final int LINKS = 3000;

  @TempDir private Path folder;

  private final KernelReader reader = new KernelReader();
  private final SocketLinks links = new SocketLinks();

  @BeforeEach
  void open() throws IOException {
    for (int fd = 0; fd < LINKS; fd++) {
      String target = fd % 3 == 0 ? "socket:[" + fd + "]" : "anon_inode:[eventfd]";
      Files.createSymbolicLink(folder.resolve("" + fd), Path.of(target));
    }
  }

  private long count(int most) throws KernelFileException {
    int fd = reader.open(folder.toString());
    try {
      return links.count(fd, folder, most);
    } finally {
      reader.close(fd);
    }
  }

  @Test
  void everyLinkIsRead() throws KernelFileException {
    assertEquals(LINKS / 3, count(LINKS));
    assertEquals(LINKS, links.read());
  }

  @Test
  void moreThanMayBeReadIsAFailure() {
    KernelFileException tooMany = assertThrows(KernelFileException.class, () -> count(LINKS - 1));
    assertEquals(Errno.EFBIG, tooMany.errno());
    assertEquals(LINKS - 1, links.read());
  }

  @Test
  void whatIsNoLinkIsAFailure() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    KernelFileException wrong = assertThrows(KernelFileException.class, () -> count(2 * LINKS));
    assertEquals(Errno.EINVAL, wrong.errno());
  }
}
