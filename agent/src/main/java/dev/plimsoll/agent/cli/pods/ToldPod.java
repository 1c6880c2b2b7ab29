package dev.plimsoll.agent.cli.pods;

import dev.plimsoll.agent.pod.JsonCursor;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A pod as the agent tells of it.
///
/// @param texts what is told in words, by the name that the agent gives it; empty where it does not
/// @param numbers what is told in numbers, likewise
/// @param times what is told in times, likewise
/// @param cores CPUs that its containers use together; empty where it is not known of any
/// @param memory bytes that they use together, likewise
public record ToldPod(
    Map<String, String> texts,
    Map<String, Long> numbers,
    Map<String, Instant> times,
    Map<String, String> labels,
    OptionalDouble cores,
    OptionalDouble memory,
    List<ToldProbe> probes) {
  private static final int MOST_LABELS = 256;

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  long number(String name) {
    return numbers.getOrDefault(name, 0L);
  }

  Optional<Instant> time(String name) {
    return Optional.ofNullable(times.get(name));
  }

  String namespace() {
    return text("namespace");
  }

  String name() {
    return text("name");
  }

  static ToldPod read(JsonCursor value) throws IOException {
    Fields fields = new Fields();
    value.object(fields);
    return new ToldPod(
        fields.texts,
        fields.numbers,
        fields.times,
        fields.labels,
        fields.cores,
        fields.memory,
        fields.probes);
  }

  private static final class Fields implements JsonCursor.Fields {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Instant> times = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final List<ToldProbe> probes = new ArrayList<>();
    private OptionalDouble cores = OptionalDouble.empty();
    private OptionalDouble memory = OptionalDouble.empty();

    @Override
    public void field(String field, JsonCursor value) throws IOException {
      switch (field) {
        case "namespace", "name", "uid", "node", "status", "phase", "qos", "ip" ->
            texts.put(field, value.text());
        case "ready_containers", "total_containers", "restarts" ->
            numbers.put(field, value.longInteger(0));
        case "created", "last_restart" ->
            parse(value.text()).ifPresent(time -> times.put(field, time));
        case "labels" -> value.object(this::label);
        case "workload" -> value.object((part, text) -> texts.put("workload_" + part, text.text()));
        case "containers" -> value.array(container -> container(container));
        default -> {}
      }
    }

    private void label(String name, JsonCursor value) throws IOException {
      if (labels.size() < MOST_LABELS) labels.put(name, value.text());
    }

    private void container(JsonCursor value) throws IOException {
      String[] name = {""};
      List<ToldProbe.Fields> own = new ArrayList<>();
      value.object(
          (field, part) -> {
            switch (field) {
              case "name" -> name[0] = part.text();
              case "cpu_cores" -> cores = sum(cores, part.fraction());
              case "memory_bytes" -> memory = sum(memory, part.fraction());
              case "probes" -> part.array(probe -> own.add(ToldProbe.Fields.read(probe)));
              default -> {}
            }
          });
      for (ToldProbe.Fields probe : own) {
        probes.add(probe.probe(text("namespace"), text("name"), name[0]));
      }
    }

    private String text(String name) {
      return texts.getOrDefault(name, "");
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
      if (other.isEmpty()) return one;
      return OptionalDouble.of(one.orElse(0) + other.getAsDouble());
    }
  }

  /// Empty where the text is no time.
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
