package dev.plimsoll.collectors.process;

/// The link `/proc/<pid>/exe`: the program that the process executes. Needs the right to trace the
/// process; kernel threads have none.
///
/// @param path in the mount namespace of the process
/// @param deleted whether the file has been removed or replaced since
public record ProcExe(String path, boolean deleted) {
  private static final String DELETED = " (deleted)";

  static ProcExe parse(String link) {
    boolean deleted = link.endsWith(DELETED);
    String path = deleted ? link.substring(0, link.length() - DELETED.length()) : link;
    return new ProcExe(path, deleted);
  }
}
