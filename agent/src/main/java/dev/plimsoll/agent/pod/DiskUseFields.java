package dev.plimsoll.agent.pod;

import java.io.IOException;
import java.util.OptionalLong;

/// Reads `FsStats`: `{"usedBytes":4198400,"capacityBytes":270553174016,…}`.
final class DiskUseFields implements JsonCursor.Fields {
  private OptionalLong usedBytes = OptionalLong.empty();
  private OptionalLong capacityBytes = OptionalLong.empty();
  private OptionalLong availableBytes = OptionalLong.empty();
  private OptionalLong inodesUsed = OptionalLong.empty();
  private OptionalLong inodes = OptionalLong.empty();
  private OptionalLong inodesFree = OptionalLong.empty();

  static DiskUse read(JsonCursor value) throws IOException {
    DiskUseFields fields = new DiskUseFields();
    value.object(fields);
    return fields.use();
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "usedBytes" -> usedBytes = value.number();
      case "capacityBytes" -> capacityBytes = value.number();
      case "availableBytes" -> availableBytes = value.number();
      case "inodesUsed" -> inodesUsed = value.number();
      case "inodes" -> inodes = value.number();
      case "inodesFree" -> inodesFree = value.number();
      default -> {}
    }
  }

  DiskUse use() {
    return new DiskUse(usedBytes, capacityBytes, availableBytes, inodesUsed, inodes, inodesFree);
  }
}
