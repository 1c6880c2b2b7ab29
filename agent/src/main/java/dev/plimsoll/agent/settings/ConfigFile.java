package dev.plimsoll.agent.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A file of settings: YAML, its keys nested or with dots, `interval: {fast: 1s}` or
/// `interval.fast: 1s`.
final class ConfigFile {
  private static final int DEEPEST = 10;

  /// @param line from 1
  record Value(String text, int line) {}

  private final YamlFile yaml;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private ConfigFile(YamlFile yaml) {
    this.yaml = yaml;
  }

  /// @throws IOException where the file is there and cannot be read
  static ConfigFile read(Path path) throws IOException, WrongSettingException {
    ConfigFile file = new ConfigFile(YamlFile.read(path));
    Optional<Node> root = file.yaml.root();
    if (root.isPresent()) file.flatten("", root.get(), 0);
    return file;
  }

  private void flatten(String name, Node node, int depth) throws WrongSettingException {
    if (node instanceof MappingNode mapping && depth < DEEPEST) {
      for (NodeTuple entry : mapping.getValue()) {
        flatten(join(name, entry.getKeyNode()), entry.getValueNode(), depth + 1);
      }
    } else if (node instanceof ScalarNode scalar && !name.isEmpty()) {
      put(name, scalar);
    } else {
      String what = name.isEmpty() ? "the file" : name;
      throw yaml.wrong(node, what + ": neither a value nor a map of settings");
    }
  }

  private String join(String name, Node key) throws WrongSettingException {
    if (!(key instanceof ScalarNode scalar)) throw yaml.wrong(key, "a key that is not a word");
    return name.isEmpty() ? scalar.getValue() : name + '.' + scalar.getValue();
  }

  private void put(String name, ScalarNode node) throws WrongSettingException {
    if (node.getTag().equals(Tag.NULL)) throw yaml.wrong(node, name + ": has no value");
    Value twin = values.put(name, new Value(node.getValue(), YamlFile.line(node)));
    if (twin != null) throw yaml.wrong(node, name + ": set already in line " + twin.line);
  }

  Map<String, Value> values() {
    return values;
  }

  Path path() {
    return yaml.path();
  }
}
