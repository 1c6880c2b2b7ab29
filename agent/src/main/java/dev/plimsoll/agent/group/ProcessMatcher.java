package dev.plimsoll.agent.group;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One condition of a naming rule.
sealed interface ProcessMatcher {

  /// Whether the process meets it.
  ///
  /// @param matches takes what named groups of regular expressions caught
  boolean matches(NamingFacts process, Map<String, String> matches);

  /// The comm is one of these.
  record Comm(Set<String> names) implements ProcessMatcher {
    public Comm {
      names = Set.copyOf(names);
    }

    @Override
    public boolean matches(NamingFacts process, Map<String, String> matches) {
      return names.contains(process.comm());
    }
  }

  /// The first argument is one of these: the whole of it where the rule has a slash, its last part
  /// where not.
  record Exe(Set<String> names) implements ProcessMatcher {
    public Exe {
      names = Set.copyOf(names);
    }

    @Override
    public boolean matches(NamingFacts process, Map<String, String> matches) {
      if (process.cmdline().isEmpty()) return false;
      return names.contains(process.exeBase()) || namesPath(process.exeFull());
    }

    private boolean namesPath(String path) {
      return path.indexOf('/') >= 0 && names.contains(path);
    }
  }

  /// Every one of these is found in the arguments, joined by blanks. RE2 expressions take time in
  /// proportion to the text, whatever they are, and have the syntax that Go's have.
  record Cmdline(List<Pattern> patterns) implements ProcessMatcher {
    public Cmdline {
      patterns = List.copyOf(patterns);
    }

    @Override
    public boolean matches(NamingFacts process, Map<String, String> matches) {
      String line = String.join(" ", process.cmdline());
      for (Pattern pattern : patterns) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) return false;
        for (String name : pattern.namedGroups().keySet()) {
          String caught = matcher.group(name);
          matches.put(name, caught == null ? "" : caught);
        }
      }
      return true;
    }
  }
}
