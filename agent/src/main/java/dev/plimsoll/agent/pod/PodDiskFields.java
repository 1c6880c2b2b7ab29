package dev.plimsoll.agent.pod;

import dev.plimsoll.agent.pod.PodDisk.ContainerUse;
import dev.plimsoll.agent.pod.PodDisk.VolumeUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads a pod of a summary, of which only what concerns disks is kept.
final class PodDiskFields implements JsonCursor.Fields {
  private static final int MOST_PARTS = 512;

  private final List<VolumeUse> volumes = new ArrayList<>();
  private final List<ContainerUse> containers = new ArrayList<>(2);
  private String uid = "";
  private String namespace = "";
  private String name = "";
  private DiskUse ephemeral = DiskUse.UNKNOWN;

  static PodDisk read(JsonCursor value) throws IOException {
    PodDiskFields fields = new PodDiskFields();
    value.object(fields);
    return new PodDisk(
        fields.uid,
        fields.namespace,
        fields.name,
        fields.ephemeral,
        fields.volumes,
        fields.containers);
  }

  @Override
  public void field(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "podRef" -> value.object(this::reference);
      case "containers" -> value.array(this::container);
      case "volume" -> value.array(this::volume);
      case "ephemeral-storage" -> ephemeral = DiskUseFields.read(value);
      default -> {}
    }
  }

  private void reference(String field, JsonCursor value) throws IOException {
    switch (field) {
      case "uid" -> uid = value.text();
      case "namespace" -> namespace = value.text();
      case "name" -> name = value.text();
      default -> {}
    }
  }

  private void container(JsonCursor value) throws IOException {
    String[] called = {""};
    DiskUse[] uses = {DiskUse.UNKNOWN, DiskUse.UNKNOWN};
    value.object(
        (field, part) -> {
          switch (field) {
            case "name" -> called[0] = part.text();
            case "rootfs" -> uses[0] = DiskUseFields.read(part);
            case "logs" -> uses[1] = DiskUseFields.read(part);
            default -> {}
          }
        });
    if (containers.size() < MOST_PARTS) {
      containers.add(new ContainerUse(called[0], uses[0], uses[1]));
    }
  }

  private void volume(JsonCursor value) throws IOException {
    String[] names = {"", ""};
    DiskUseFields use = new DiskUseFields();
    value.object(
        (field, part) -> {
          switch (field) {
            case "name" -> names[0] = part.text();
            case "pvcRef" -> part.object((key, text) -> claim(key, text, names));
            default -> use.field(field, part);
          }
        });
    if (volumes.size() < MOST_PARTS) volumes.add(new VolumeUse(names[0], names[1], use.use()));
  }

  private static void claim(String field, JsonCursor value, String[] names) throws IOException {
    if (field.equals("name")) names[1] = value.text();
  }
}
