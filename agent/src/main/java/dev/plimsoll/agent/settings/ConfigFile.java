package dev.plimsoll.agent.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/// A file of settings: YAML, its keys nested or with dots, `interval: {fast: 1s}` or
/// `interval.fast: 1s`. It is read as a tree of nodes, of which nothing is ever constructed, so
/// that every complaint can name its line.
final class ConfigFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 10;

  /// @param line from 1
  record Value(String text, int line) {}

  private final Path path;
  private final Map<String, Value> values = new LinkedHashMap<>();

  private ConfigFile(Path path) {
    this.path = path;
  }

  /// @throws IOException where the file is there and cannot be read
  static ConfigFile read(Path path) throws IOException, WrongSettingException {
    ConfigFile file = new ConfigFile(path);
    Node root = file.compose(bytes(path));
    if (root != null) file.flatten("", root, 0);
    return file;
  }

  private static byte[] bytes(Path path) throws IOException, WrongSettingException {
    if (Files.notExists(path)) throw new WrongSettingException(path + ": no such file");
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length <= MOST_BYTES) return bytes;
      throw new WrongSettingException(path + ": more than " + MOST_BYTES + " bytes");
    } catch (AccessDeniedException denied) {
      throw new IOException(path + ": Permission denied", denied);
    } catch (IOException unreadable) {
      throw new IOException(path + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private @Nullable Node compose(byte[] bytes) throws WrongSettingException {
    try (UnicodeReader text = new UnicodeReader(new ByteArrayInputStream(bytes))) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
    } catch (MarkedYAMLException wrong) {
      throw wrong(wrong.getProblemMark().getLine() + 1, wrong.getProblem());
    } catch (YAMLException | IOException wrong) {
      throw new WrongSettingException(path + ": " + wrong.getMessage());
    }
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
      throw wrong(line(node), what + ": neither a value nor a map of settings");
    }
  }

  private String join(String name, Node key) throws WrongSettingException {
    if (!(key instanceof ScalarNode scalar)) throw wrong(line(key), "a key that is not a word");
    return name.isEmpty() ? scalar.getValue() : name + '.' + scalar.getValue();
  }

  private void put(String name, ScalarNode node) throws WrongSettingException {
    if (node.getTag().equals(Tag.NULL)) throw wrong(line(node), name + ": has no value");
    Value twin = values.put(name, new Value(node.getValue(), line(node)));
    if (twin != null) throw wrong(line(node), name + ": set already in line " + twin.line);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private WrongSettingException wrong(int line, String what) {
    return new WrongSettingException(path + " line " + line + ": " + what);
  }

  Map<String, Value> values() {
    return values;
  }

  Path path() {
    return path;
  }
}
