package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.FileFacts;
import java.util.ArrayDeque;
import java.util.Queue;

/// A directory that a walk is in.
final class Level {
  /// Stands for a directory that is closed for the time being, or could not be opened.
  static final int CLOSED = -1;

  /// Directories in it that the kernel has told of and that are still to be walked.
  final Queue<byte[]> waiting = new ArrayDeque<>();

  final FileFacts facts;

  /// The length of the path above it.
  final int above;

  int fd = CLOSED;

  /// Where the listing goes on.
  long rest;

  boolean listed;

  Level(FileFacts facts, int above) {
    this.facts = facts;
    this.above = above;
  }
}
