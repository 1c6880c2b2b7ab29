package dev.plimsoll.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// An object of a YAML or JSON file.
record Tree(Map<?, ?> fields) {
  static Tree read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Tree parse(String text) {
    return new Tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  String text(String name) {
    return (String) Objects.requireNonNull(fields.get(name), name);
  }

  /// Names of the fields, in their order.
  List<String> names() {
    return fields.keySet().stream().map(String.class::cast).toList();
  }

  /// A list of words; empty where there is none.
  List<String> texts(String name) {
    List<?> list = fields.containsKey(name) ? (List<?>) value(name) : List.of();
    return list.stream().map(String.class::cast).toList();
  }

  Object value(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  Tree tree(String name) {
    return new Tree((Map<?, ?>) Objects.requireNonNull(fields.get(name), name));
  }

  Stream<Tree> trees(String name) {
    return ((List<?>) Objects.requireNonNull(fields.get(name), name))
        .stream().map(each -> new Tree((Map<?, ?>) each));
  }
}
