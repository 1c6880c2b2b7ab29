package dev.plimsoll.agent.pod;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Reads a list of pods that is told again and again, and of which little has changed since the
/// last time: a pod whose text is the same is the same pod, and its text is not read again. Belongs
/// to one thread.
public final class RepeatedPods {
  private final PodJson json;
  private Map<Text, Optional<Pod>> known = Map.of();

  public RepeatedPods(PodJson json) {
    this.json = json;
  }

  /// By what texts are told apart: their lengths and two sums.
  private record Text(int length, int sum, int otherSum) {
    static Text of(byte[] bytes, int length) {
      CRC32 sum = new CRC32();
      sum.update(bytes, 0, length);
      CRC32C other = new CRC32C();
      other.update(bytes, 0, length);
      return new Text(length, (int) sum.getValue(), (int) other.getValue());
    }
  }

  /// Reads a `PodList`.
  ///
  /// @throws IOException where the stream fails or holds no such list or not all of it; then what
  ///   was known stays known
  public List<Pod> read(InputStream in) throws IOException {
    Map<Text, Optional<Pod>> now = new HashMap<>();
    List<Pod> pods = new ArrayList<>();
    byte[] frame =
        new ItemScanner(
                in,
                (bytes, length) -> {
                  if (now.size() < PodTable.MOST_PODS) pod(bytes, length, now).ifPresent(pods::add);
                })
            .scan();
    pods.addAll(json.list(new ByteArrayInputStream(frame)).pods());
    known = now;
    return pods;
  }

  private Optional<Pod> pod(byte[] bytes, int length, Map<Text, Optional<Pod>> now)
      throws IOException {
    Text text = Text.of(bytes, length);
    Optional<Pod> same = known.get(text);
    Optional<Pod> pod = same == null ? json.pod(new ByteArrayInputStream(bytes, 0, length)) : same;
    now.put(text, pod);
    return pod;
  }
}
