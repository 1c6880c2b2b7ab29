package dev.plimsoll.agent.group;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A program of several threads: two that have the same name and work once, when a line comes, and
/// then wait for ever.
final class ThreadedWorker {
  /// At most 15 bytes, which is what the kernel keeps.
  static final String THREAD = "pm-thread";

  private static final CountDownLatch FOR_EVER = new CountDownLatch(1);

  private ThreadedWorker() {}

  /// Starts it as a process of this name.
  static Process start(Path folder, String name) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path program = Files.createSymbolicLink(folder.resolve(name), java);
    return new ProcessBuilder(
            program.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-cp",
            System.getProperty("java.class.path"),
            ThreadedWorker.class.getName())
        .start();
  }

  static void main() throws IOException, InterruptedException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CountDownLatch begin = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(2);
    List<Thread> threads = new ArrayList<>();
    for (int index = 0; index < 2; index++) threads.add(new Thread(() -> run(begin, done), THREAD));
    for (Thread thread : threads) thread.setDaemon(true);
    for (Thread thread : threads) thread.start();
    System.out.println("ready");
    lines.readLine();
    begin.countDown();
    done.await();
    System.out.println("done");
    lines.readLine();
  }

  private static void run(CountDownLatch begin, CountDownLatch done) {
    try {
      begin.await();
      long sum = 0;
      for (long index = 0; index < 400_000_000; index++) sum += index ^ sum;
      if (sum == 42) System.out.println(sum);
      done.countDown();
      FOR_EVER.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
