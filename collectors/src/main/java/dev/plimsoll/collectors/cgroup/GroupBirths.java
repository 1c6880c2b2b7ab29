package dev.plimsoll.collectors.cgroup;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hears of every group that is made in a directory, of one that is gone before anybody looks too:
/// by inotify, of which the agent takes one instance. Where there is none to be had, or a directory
/// cannot be watched, nothing is heard.
final class GroupBirths implements AutoCloseable {
  /// A storm of groups must not fill the memory; further ones are not heard of.
  private static final int MOST = 10_000;

  private final Map<WatchKey, String> directories = new HashMap<>();
  private @Nullable WatchService service;
  private boolean tried;

  /// Listens from now on.
  void begin() {
    if (tried) return;
    tried = true;
    try {
      service = Path.of("/").getFileSystem().newWatchService();
    } catch (IOException | UnsupportedOperationException _) {
      service = null;
    }
  }

  boolean hasBegun() {
    return tried;
  }

  /// Listens for groups that are made in a directory, as long as it is there.
  void watch(String directory) {
    if (service == null) return;
    try {
      directories.put(Path.of(directory).register(service, ENTRY_CREATE), directory);
    } catch (IOException | InvalidPathException _) {
      // Gone by now, or no more may be watched.
    }
  }

  /// The directories that were made since this was asked last.
  Set<String> heard() {
    Set<String> made = new HashSet<>();
    while (service != null) {
      WatchKey key = service.poll();
      if (key == null) break;
      Optional<String> directory = Optional.ofNullable(directories.get(key));
      for (WatchEvent<?> event : key.pollEvents()) {
        if (!event.kind().equals(ENTRY_CREATE) || made.size() >= MOST) continue;
        directory.ifPresent(there -> made.add(there + '/' + event.context()));
      }
      if (!key.reset()) directories.remove(key);
    }
    return made;
  }

  int size() {
    return directories.size();
  }

  @Override
  public void close() {
    directories.clear();
    if (service == null) return;
    try {
      service.close();
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }
}
