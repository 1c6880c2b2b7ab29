package dev.plimsoll.agent.pod;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What the kubelet's `/stats/summary` tells of disks. It measures each folder by a walk of its
/// own, about once a minute, which need not be walked again.
///
/// @param nodeFs the file system of the kubelet's folder: volumes and logs
/// @param imageFs that of images
/// @param containerFs that of the layers that containers write to; mostly the same
/// @param pods by the uid that their control groups have
public record PodDisks(
    DiskUse nodeFs, DiskUse imageFs, DiskUse containerFs, SequencedMap<String, PodDisk> pods) {
  private static final PodDisks NONE =
      new PodDisks(DiskUse.UNKNOWN, DiskUse.UNKNOWN, DiskUse.UNKNOWN, new LinkedHashMap<>());

  public PodDisks {
    pods = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pods));
  }

  /// Where nobody told.
  public static PodDisks none() {
    return NONE;
  }

  public Optional<PodDisk> pod(String groupUid) {
    return Optional.ofNullable(pods.get(groupUid));
  }

  /// @throws IOException where the stream fails, ends in the middle or holds something else
  public static PodDisks read(InputStream in) throws IOException {
    JsonFactory factory = JsonCursor.factory();
    try (JsonParser parser = factory.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw new NotPodsException("no summary");
      Fields fields = new Fields();
      new JsonCursor(parser).object(fields);
      if (!fields.hasNode) throw new NotPodsException("no summary");
      return new PodDisks(fields.nodeFs, fields.imageFs, fields.containerFs, fields.pods);
    }
  }

  private static final class Fields implements JsonCursor.Fields {
    private final SequencedMap<String, PodDisk> pods = new LinkedHashMap<>();
    private DiskUse nodeFs = DiskUse.UNKNOWN;
    private DiskUse imageFs = DiskUse.UNKNOWN;
    private DiskUse containerFs = DiskUse.UNKNOWN;
    private boolean hasNode;

    @Override
    public void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "node" -> {
          hasNode = true;
          value.object(this::node);
        }
        case "pods" -> value.array(this::pod);
        default -> {}
      }
    }

    private void node(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "fs" -> nodeFs = DiskUseFields.read(value);
        case "runtime" -> value.object(this::runtime);
        default -> {}
      }
    }

    private void runtime(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "imageFs" -> imageFs = DiskUseFields.read(value);
        case "containerFs" -> containerFs = DiskUseFields.read(value);
        default -> {}
      }
    }

    private void pod(JsonCursor value) throws IOException {
      PodDisk pod = PodDiskFields.read(value);
      if (pods.size() < PodTable.MOST_PODS) pods.put(pod.groupUid(), pod);
    }
  }
}
