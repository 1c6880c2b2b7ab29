package dev.plimsoll.collectors.process;

/// What is read of a process: the files of `/proc/<pid>`.
public enum ProcessFile {
  STAT("stat"),
  IO("io"),
  CGROUP("cgroup"),
  CMDLINE("cmdline"),
  EXE("exe"),
  STATUS("status"),
  LIMITS("limits"),
  FD("fd"),
  OOM_SCORE("oom_score");

  private final String fileName;

  ProcessFile(String fileName) {
    this.fileName = fileName;
  }

  /// Its name in `/proc/<pid>`, and as a label value.
  public String fileName() {
    return fileName;
  }
}
