package dev.plimsoll.daemonset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// An object of the Prometheus operator, which has no class in client-java: held to the fields of
/// `operator/fields.yaml`.
record OperatorObject(String kind, Map<?, ?> metadata, Map<?, ?> spec) {
  static final String API = "monitoring.coreos.com/v1";

  private static final Path FIELDS = Path.of("src/test/resources/operator/fields.yaml");
  private static final Set<String> TOP = Set.of("apiVersion", "kind", "metadata", "spec");
  private static final Pattern DURATION = Pattern.compile("([0-9]+(ms|[smhdwy]))+");

  /// @throws IllegalArgumentException where a field is unknown, missing or of another type
  static OperatorObject of(Map<?, ?> document) throws IOException {
    if (!TOP.equals(document.keySet())) throw wrong("the object", document.keySet());
    String kind = String.valueOf(document.get("kind"));
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<?, ?> kinds = yaml.load(Files.readString(FIELDS));
    if (!(kinds.get(kind) instanceof Map<?, ?> fields)) throw wrong("kind", kind);
    Map<?, ?> spec = map(kind, document.get("spec"));
    check(kind, fields, spec);
    return new OperatorObject(kind, map("metadata", document.get("metadata")), spec);
  }

  /// A list of objects that the specification has.
  @SuppressWarnings("unchecked")
  List<Map<String, Object>> list(String name) {
    return (List<Map<String, Object>>) Objects.requireNonNull(spec.get(name), name);
  }

  private static void check(String path, Object type, Object value) {
    switch (type) {
      case Map<?, ?> fields -> checkFields(path, fields, map(path, value));
      case List<?> types -> {
        if (!(value instanceof List<?> values)) throw wrong(path, value);
        for (Object each : values) check(path + "[]", types.getFirst(), each);
      }
      default -> {
        if (!isOf(String.valueOf(type), value)) throw wrong(path, value);
      }
    }
  }

  private static void checkFields(String path, Map<?, ?> fields, Map<?, ?> value) {
    for (Map.Entry<?, ?> field : value.entrySet()) {
      Object name = field.getKey();
      Object type = fields.containsKey(name) ? fields.get(name) : fields.get(name + "*");
      if (type == null || field.getValue() == null) throw wrong(path + '.' + name, "no such field");
      check(path + '.' + name, type, field.getValue());
    }
    for (Object name : fields.keySet()) {
      String field = String.valueOf(name);
      if (field.endsWith("*") && !value.containsKey(field.substring(0, field.length() - 1))) {
        throw wrong(path + '.' + field, "missing");
      }
    }
  }

  private static boolean isOf(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "boolean" -> value instanceof Boolean;
      case "integer" -> value instanceof Integer;
      case "duration" -> value instanceof String text && DURATION.matcher(text).matches();
      case "map" ->
          value instanceof Map<?, ?> map
              && map.values().stream().allMatch(String.class::isInstance);
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }

  private static Map<?, ?> map(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) return map;
    throw wrong(path, value);
  }

  private static IllegalArgumentException wrong(String path, @Nullable Object value) {
    return new IllegalArgumentException(path + ": " + value);
  }
}
