package dev.plimsoll.dashboards;

import dev.plimsoll.agent.metrics.Catalogue;
import dev.plimsoll.agent.metrics.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds expressions against the catalogue: names that Plimsoll does not export, and labels that
/// its families do not have.
final class CatalogueCheck {
  /// What Prometheus itself adds to every series.
  private static final Set<String> SCRAPED = Set.of("cluster", "job", "instance");

  private final Map<String, Family> families =
      Catalogue.families().stream().collect(Collectors.toMap(Family::name, Function.identity()));

  /// What is wrong with an expression; nothing where it is right.
  ///
  /// @param shown labels that a legend or an annotation shows of the result
  List<String> faults(String expr, Set<String> shown) {
    PromQl expression = PromQl.parse(expr);
    List<String> faults = new ArrayList<>();
    Set<String> known = new TreeSet<>(SCRAPED);
    for (PromQl.Selector selector : expression.selectors()) {
      if (selector.metric().equals("up")) continue;
      Family family = families.get(selector.metric());
      if (family == null) {
        faults.add("no family " + selector.metric() + " in: " + expr);
        continue;
      }
      known.addAll(family.labels());
      for (String label : selector.labels()) {
        if (SCRAPED.contains(label) || family.labels().contains(label)) continue;
        faults.add(selector.metric() + " has no label " + label + " in: " + expr);
      }
    }
    Set<String> used = new TreeSet<>(shown);
    used.addAll(expression.groupings());
    used.removeAll(known);
    if (!used.isEmpty()) faults.add("no family has the labels " + used + " in: " + expr);
    return faults;
  }
}
