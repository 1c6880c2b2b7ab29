package dev.plimsoll.agent.nodeexporter;

import dev.plimsoll.agent.metrics.Family;
import java.util.List;

/// The families of `filesystem`.
final class FilesystemFamilies {
  private static final String[] LABELS = {"device", "mountpoint", "fstype", "device_error"};

  static final Family SIZE = family("size_bytes", "Bytes in the file system (statvfs).");
  static final Family FREE =
      family("free_bytes", "Bytes that nobody uses, those kept for root included (statvfs).");
  static final Family AVAILABLE =
      family("avail_bytes", "Bytes that a user without privileges may still use (statvfs).");
  static final Family FILES = family("files", "Inodes in the file system (statvfs).");
  static final Family FILES_FREE = family("files_free", "Inodes that nobody uses (statvfs).");
  static final Family READ_ONLY =
      family("readonly", "1 where it is mounted or made read-only, else 0 (/proc/1/mountinfo).");
  static final Family ERROR =
      family("device_error", "1 where it does not tell its size, else 0 (statvfs).");
  static final Family MOUNT =
      Family.info(
          "node_filesystem_mount_info",
          "Which device is mounted where (/proc/1/mountinfo).",
          "device",
          "major",
          "minor",
          "mountpoint");

  static final List<Family> ALL =
      List.of(SIZE, FREE, AVAILABLE, FILES, FILES_FREE, READ_ONLY, ERROR, MOUNT);

  private FilesystemFamilies() {}

  private static Family family(String name, String help) {
    return Family.gauge("node_filesystem_" + name, help, LABELS);
  }
}
