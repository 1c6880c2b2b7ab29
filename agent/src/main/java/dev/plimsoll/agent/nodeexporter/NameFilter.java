package dev.plimsoll.agent.nodeexporter;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Says of names whether they are wanted, as node_exporter does: patterns are searched for, not
/// matched whole. What was said once is remembered, for names come again with every page.
public final class NameFilter {
  private static final int MOST_REMEMBERED = 4096;

  private final Optional<Pattern> include;
  private final Optional<Pattern> exclude;
  private final Map<String, Boolean> remembered = new ConcurrentHashMap<>();

  /// @param include what a name must hold; empty for anything
  /// @param exclude what it must not hold; empty for nothing
  public NameFilter(Optional<Pattern> include, Optional<Pattern> exclude) {
    this.include = include;
    this.exclude = exclude;
  }

  /// Whether a name is wanted.
  public boolean wants(String name) {
    Boolean known = remembered.get(name);
    if (known != null) return known;
    boolean wanted = ask(name);
    if (remembered.size() >= MOST_REMEMBERED) remembered.clear();
    remembered.put(name, wanted);
    return wanted;
  }

  private boolean ask(String name) {
    return include.map(pattern -> pattern.matcher(name).find()).orElse(true)
        && exclude.map(pattern -> !pattern.matcher(name).find()).orElse(true);
  }
}
