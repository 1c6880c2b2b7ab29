package dev.plimsoll.collectors.usage;

import dev.plimsoll.collectors.kernel.Errno;
import dev.plimsoll.collectors.kernel.FileFacts;

/// Is told what a [TreeWalk] comes by. Paths change after the call.
public interface TreeVisitor {

  /// Whether something may be looked at at all, which may take for ever.
  boolean mayLook(TreePath path);

  /// A directory, before it is opened.
  ///
  /// @return whether it is walked; if so, [#leave] follows, even where it cannot be read
  boolean enter(TreePath path, FileFacts directory);

  /// Something that is no directory.
  void file(TreePath path, FileFacts file);

  /// A directory, after everything in it.
  void leave(TreePath path);

  /// What could not be done.
  void failed(TreePath path, Failure failure, Errno errno);

  /// Whether the walk goes on.
  boolean goesOn();

  /// The kinds of failures; whatever it is, the walk goes on with the rest.
  enum Failure {
    /// It is not known what it is, and nothing of it is counted.
    ACCESS,
    /// The directory itself is counted, of its content at most a part.
    READ,
    /// The content of the directory is beyond the deepest level that is walked.
    DEPTH,
    /// It may not be looked at: its file system does not answer.
    SILENT
  }
}
