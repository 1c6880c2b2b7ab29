package dev.plimsoll.collectors.textfile;

import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads the files of `--collector.textfile.directory` on a thread of their own: a directory may be
/// on a server that does not answer, and nobody else shall wait for it. Belongs to one thread.
public final class TextFileReader implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 250;

  private final List<String> patterns;
  private final Callable<Section<TextMetrics>> directories;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("plimsoll-textfile").daemon().factory());
  private @Nullable Future<Section<TextMetrics>> asked;

  /// @param patterns of paths of directories; empty for none, then there is nothing to read
  public TextFileReader(List<String> patterns) {
    this(patterns, new TextDirectories(patterns)::read);
  }

  TextFileReader(List<String> patterns, Callable<Section<TextMetrics>> directories) {
    this.patterns = List.copyOf(patterns);
    this.directories = directories;
  }

  /// What the files say now. Absent where no directory was given; failed while one does not answer:
  /// it is waited for once, and asked again only when it has answered.
  public Section<TextMetrics> read() {
    if (patterns.isEmpty()) return new Section.Absent<>("no --collector.textfile.directory");
    Future<Section<TextMetrics>> waiting = asked;
    if (waiting != null) return waiting.isDone() ? answer(waiting) : late();
    Future<Section<TextMetrics>> question = thread.submit(directories);
    asked = question;
    return answer(question);
  }

  private Section<TextMetrics> answer(Future<Section<TextMetrics>> question) {
    try {
      Section<TextMetrics> answer = question.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      asked = null;
      return answer;
    } catch (TimeoutException _) {
      return late();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return late();
    } catch (ExecutionException fault) {
      asked = null;
      throw new IllegalStateException("textfile", fault.getCause());
    }
  }

  private Section<TextMetrics> late() {
    String path = String.join(", ", patterns);
    String words = "a directory does not let itself be read";
    return new Section.Failed<>(new SourceFailure(SourceFailure.Kind.TIMEOUT, path, 0, words));
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
