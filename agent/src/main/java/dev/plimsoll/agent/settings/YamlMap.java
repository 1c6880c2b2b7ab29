package dev.plimsoll.agent.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A map in a YAML file, whose values are asked for by what they ought to be.
public final class YamlMap {
  private final YamlFile file;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlMap(YamlFile file) {
    this.file = file;
  }

  /// What a file as a whole is; nothing in it is an empty map.
  public static YamlMap of(YamlFile file) throws WrongSettingException {
    Optional<Node> root = file.root();
    return root.isEmpty() ? new YamlMap(file) : of(file, "the file", root.get());
  }

  private static YamlMap of(YamlFile file, String name, Node node) throws WrongSettingException {
    if (!(node instanceof MappingNode mapping)) throw file.wrong(node, name + ": is not a map");
    YamlMap map = new YamlMap(file);
    for (NodeTuple entry : mapping.getValue()) map.add(entry);
    return map;
  }

  private void add(NodeTuple entry) throws WrongSettingException {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode word)) throw file.wrong(key, "a key that is not a word");
    Node twin = values.putIfAbsent(word.getValue(), entry.getValueNode());
    if (twin == null) return;
    throw file.wrong(key, word.getValue() + ": set already in line " + YamlFile.line(twin));
  }

  public Set<String> keys() {
    return values.keySet();
  }

  /// @throws WrongSettingException where there is another key than these
  public void allow(Set<String> known) throws WrongSettingException {
    for (Map.Entry<String, Node> value : values.entrySet()) {
      if (!known.contains(value.getKey())) throw wrong(value.getKey(), "is not known here");
    }
  }

  /// A word or a number as it is written; empty where it is not there or says nothing.
  public Optional<String> text(String key) throws WrongSettingException {
    Node node = values.get(key);
    if (node == null) return Optional.empty();
    if (!(node instanceof ScalarNode scalar)) throw wrong(key, "is not one value");
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isEmpty()) return Optional.empty();
    return Optional.of(scalar.getValue());
  }

  /// `true` or `false`.
  public boolean flag(String key, boolean byDefault) throws WrongSettingException {
    Optional<String> text = text(key);
    if (text.isEmpty()) return byDefault;
    if (text.get().equals("true") || text.get().equals("false")) return text.get().equals("true");
    throw wrong(key, text.get() + " is neither true nor false");
  }

  /// Empty where it is not there.
  public List<String> list(String key) throws WrongSettingException {
    Node node = values.get(key);
    if (node == null) return List.of();
    if (!(node instanceof SequenceNode sequence)) throw wrong(key, "is not a list");
    List<String> texts = new ArrayList<>();
    for (Node each : sequence.getValue()) {
      if (!(each instanceof ScalarNode scalar)) throw file.wrong(each, key + ": is not one value");
      texts.add(scalar.getValue());
    }
    return List.copyOf(texts);
  }

  /// Empty where it is not there or says nothing.
  public Optional<YamlMap> map(String key) throws WrongSettingException {
    Node node = values.get(key);
    if (node == null || node.getTag().equals(Tag.NULL)) return Optional.empty();
    return Optional.of(of(file, key, node));
  }

  /// Empty where it is not there or says nothing.
  public List<YamlMap> maps(String key) throws WrongSettingException {
    Node node = values.get(key);
    if (node == null || node.getTag().equals(Tag.NULL)) return List.of();
    if (!(node instanceof SequenceNode sequence)) throw wrong(key, "is not a list");
    List<YamlMap> maps = new ArrayList<>();
    for (Node each : sequence.getValue()) maps.add(of(file, key, each));
    return List.copyOf(maps);
  }

  /// A complaint about the value of a key that is there.
  public WrongSettingException wrong(String key, String what) {
    Node node = values.get(key);
    if (node != null) return file.wrong(node, key + ": " + what);
    return new WrongSettingException(file.path() + ": " + key + ": " + what);
  }
}
