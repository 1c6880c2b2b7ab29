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
public record Tree(Map<?, ?> fields) {
  public static Tree read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  public static Tree parse(String text) {
    return new Tree(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public String text(String name) {
    return (String) Objects.requireNonNull(fields.get(name), name);
  }

  /// Names of the fields, in their order.
  public List<String> names() {
    return fields.keySet().stream().map(String.class::cast).toList();
  }

  /// A list of words; empty where there is none.
  public List<String> texts(String name) {
    List<?> list = fields.containsKey(name) ? (List<?>) value(name) : List.of();
    return list.stream().map(String.class::cast).toList();
  }

  public Object value(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  public Tree tree(String name) {
    return new Tree((Map<?, ?>) Objects.requireNonNull(fields.get(name), name));
  }

  public Stream<Tree> trees(String name) {
    return ((List<?>) Objects.requireNonNull(fields.get(name), name))
        .stream().map(each -> new Tree((Map<?, ?>) each));
  }
}
