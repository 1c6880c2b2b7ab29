package dev.plimsoll.collectors.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.plimsoll.collectors.kernel.KernelReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pass makes for the garbage collector while it reads processes that say what they said
/// before: the list, and what notes that they were read.
class ProcessPassGarbageTest {
  private static final int PROCESSES = 1000;
  private static final long MOST_BYTES = 32 * 1024;

  @TempDir private Path directory;

  @Test
  void readingMakesHardlyAnyGarbage() {
    ProcessTree tree = new ProcessTree(directory).write("proc/self/fd/0", "");
    for (int pid = 1; pid <= PROCESSES; pid++) tree.process(pid, "p", 'S', pid, "/");
    try (ProcessReader reader =
        new ProcessReader(new KernelReader(), tree.roots(), Clock.systemUTC())) {
      long least = Long.MAX_VALUE;
      for (int pass = 0; pass < 12; pass++) least = Math.min(least, allocated(reader));
      assertTrue(least <= MOST_BYTES, least + " bytes for " + PROCESSES + " processes");
    }
  }

  private static long allocated(ProcessReader reader) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    reader.read();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
