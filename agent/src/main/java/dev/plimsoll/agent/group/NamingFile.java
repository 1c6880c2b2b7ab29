package dev.plimsoll.agent.group;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A file of naming rules in process-exporter's own format:
///
/// ```
/// process_names:
///   - name: "{{.ExeBase}}:{{.Matches.Port}}"
///     exe: [nginx, /usr/sbin/haproxy]   # any of them
///     cmdline: ['-p (?P<Port>\d+)']     # and all of these
/// ```
public final class NamingFile {
  private static final Logger LOG = LoggerFactory.getLogger(NamingFile.class);
  private static final int MOST_BYTES = 1 << 20;

  private final String file;

  private NamingFile(String file) {
    this.file = file;
  }

  /// Reads the rules.
  ///
  /// @throws NamingFileException saying where the file is wrong
  public static NamingRules read(Path path) throws NamingFileException {
    NamingFile file = new NamingFile(path.toString());
    return file.parse(file.text(path));
  }

  private String text(Path path) throws NamingFileException {
    try {
      if (Files.size(path) > MOST_BYTES) throw wrong("is larger than 1 MiB");
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (NoSuchFileException _) {
      throw wrong("does not exist");
    } catch (IOException unreadable) {
      throw wrong("cannot be read: " + unreadable.getMessage());
    }
  }

  private NamingRules parse(String text) throws NamingFileException {
    Node root = compose(text);
    if (!(root instanceof MappingNode mapping)) {
      throw new NamingFileException(file + ": has no process_names");
    }
    List<NamingRule> rules = new ArrayList<>();
    for (Node entry : list(mapping, "process_names")) rules.add(rule(entry));
    if (rules.isEmpty()) throw wrong("process_names has no entries", root);
    return new NamingRules(rules);
  }

  private @Nullable Node compose(String text) throws NamingFileException {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    } catch (MarkedYAMLException wrong) {
      int line = wrong.getProblemMark() == null ? 0 : wrong.getProblemMark().getLine() + 1;
      throw new NamingFileException(
          file + " line " + line + ": " + wrong.getProblem() + ": " + line(text, line));
    } catch (YAMLException wrong) {
      throw wrong("is not YAML: " + wrong.getMessage());
    }
  }

  private static String line(String text, int number) {
    return text.lines().skip(Math.max(0, number - 1L)).findFirst().map(String::strip).orElse("");
  }

  private NamingRule rule(Node node) throws NamingFileException {
    if (!(node instanceof MappingNode rule)) {
      throw wrong("an entry needs comm, exe or cmdline", node);
    }
    warnOfUnknown(rule);
    List<ProcessMatcher> conditions = new ArrayList<>();
    names(rule, "comm").map(ProcessMatcher.Comm::new).ifPresent(conditions::add);
    names(rule, "exe").map(ProcessMatcher.Exe::new).ifPresent(conditions::add);
    Optional<Node> cmdline = value(rule, "cmdline");
    if (cmdline.isPresent()) conditions.add(cmdline(list(rule, "cmdline")));
    if (conditions.isEmpty()) throw wrong("an entry needs comm, exe or cmdline", node);
    return new NamingRule(conditions, template(rule));
  }

  private void warnOfUnknown(MappingNode rule) {
    for (NodeTuple pair : rule.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key
          && !Set.of("name", "comm", "exe", "cmdline").contains(key.getValue())) {
        LOG.warn("{} line {}: not known and left out: {}", file, line(key), key.getValue());
      }
    }
  }

  private NameTemplate template(MappingNode rule) throws NamingFileException {
    Optional<Node> name = value(rule, "name");
    if (name.isEmpty()) return NameTemplate.parse("{{.ExeBase}}");
    String text = scalar(name.get());
    try {
      return NameTemplate.parse(text.isEmpty() ? "{{.ExeBase}}" : text);
    } catch (IllegalArgumentException unknown) {
      throw wrong("the name's " + unknown.getMessage(), name.get());
    }
  }

  private ProcessMatcher cmdline(List<Node> expressions) throws NamingFileException {
    List<Pattern> patterns = new ArrayList<>();
    for (Node node : expressions) {
      try {
        patterns.add(Pattern.compile(scalar(node)));
      } catch (PatternSyntaxException malformed) {
        throw wrong("not a regular expression: " + malformed.getDescription(), node);
      }
    }
    return new ProcessMatcher.Cmdline(patterns);
  }

  private Optional<Set<String>> names(MappingNode rule, String key) throws NamingFileException {
    if (value(rule, key).isEmpty()) return Optional.empty();
    Set<String> names = new HashSet<>();
    for (Node node : list(rule, key)) names.add(scalar(node));
    return Optional.of(names);
  }

  private List<Node> list(MappingNode mapping, String key) throws NamingFileException {
    Node node = value(mapping, key).orElseThrow(() -> wrong("has no " + key, mapping));
    if (node instanceof SequenceNode sequence) return sequence.getValue();
    throw wrong(key + " is to be a list", node);
  }

  /// The value of a key; empty where it is not there or null.
  private static Optional<Node> value(MappingNode mapping, String key) {
    for (NodeTuple pair : mapping.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return Optional.of(pair.getValueNode()).filter(node -> !node.getTag().equals(Tag.NULL));
      }
    }
    return Optional.empty();
  }

  private String scalar(Node node) throws NamingFileException {
    if (node instanceof ScalarNode scalar) return scalar.getValue();
    throw wrong("is to be a text", node);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private NamingFileException wrong(String what) {
    return new NamingFileException(file + ": " + what);
  }

  private NamingFileException wrong(String what, Node where) {
    String text = where instanceof ScalarNode scalar ? ": " + scalar.getValue() : "";
    return new NamingFileException(file + " line " + line(where) + ": " + what + text);
  }
}
