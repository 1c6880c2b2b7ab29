package dev.plimsoll.agent.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.UnicodeReader;

/// A YAML file read as a tree of nodes, of which nothing is ever constructed, so that every
/// complaint can name its line.
public final class YamlFile {
  private static final int MOST_BYTES = 1 << 20;

  private final Path path;
  private final @Nullable Node root;

  private YamlFile(Path path, @Nullable Node root) {
    this.path = path;
    this.root = root;
  }

  /// @throws IOException where the file is there and cannot be read
  /// @throws WrongSettingException where it is not there, too large, or not YAML
  public static YamlFile read(Path path) throws IOException, WrongSettingException {
    return new YamlFile(path, compose(path, bytes(path)));
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

  private static @Nullable Node compose(Path path, byte[] bytes) throws WrongSettingException {
    try (UnicodeReader text = new UnicodeReader(new ByteArrayInputStream(bytes))) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
    } catch (MarkedYAMLException wrong) {
      throw wrong(path, wrong.getProblemMark().getLine() + 1, wrong.getProblem());
    } catch (YAMLException | IOException wrong) {
      throw new WrongSettingException(path + ": " + wrong.getMessage());
    }
  }

  /// Empty where the file says nothing.
  public Optional<Node> root() {
    return Optional.ofNullable(root);
  }

  public Path path() {
    return path;
  }

  /// From 1.
  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /// A complaint that names the file and the node's line.
  public WrongSettingException wrong(Node node, String what) {
    return wrong(path, line(node), what);
  }

  private static WrongSettingException wrong(Path path, int line, String what) {
    return new WrongSettingException(path + " line " + line + ": " + what);
  }
}
