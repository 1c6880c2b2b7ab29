package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpExchange;
import dev.plimsoll.agent.pod.PodsReport;
import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.self.Permission;
import java.util.List;
import java.util.function.Supplier;

/// `/`: what is served here, what is read, and what is not and why.
final class IndexPage implements Page {
  private final List<MetricsPath> pages;
  private final Supplier<List<SourceState>> sources;
  private final Supplier<PodsReport> pods;
  private final Supplier<List<Permission>> permissions;

  IndexPage(
      List<MetricsPath> pages,
      Supplier<List<SourceState>> sources,
      Supplier<PodsReport> pods,
      Supplier<List<Permission>> permissions) {
    this.pages = List.copyOf(pages);
    this.sources = sources;
    this.pods = pods;
    this.permissions = permissions;
  }

  @Override
  public Answer answer(HttpExchange request) {
    request
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    StringBuilder html = new StringBuilder(4096);
    html.append(HEAD);
    pages.forEach(page -> link(html, page.path(), page.shows()));
    link(html, "/healthz", "whether the agent works");
    link(html, "/readyz", "whether what it serves is fresh");
    html.append("</ul>\n");
    pods(html, pods.get());
    missing(html, permissions.get());
    html.append("<h2>Sources</h2>\n<table>\n");
    sources.get().forEach(state -> row(html, state));
    return Answer.html(html.append("</table>\n</html>\n").toString());
  }

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Plimsoll</title>
      <style>body { font: 16px sans-serif; margin: 2em } td { padding: 0 1em 0 0 }</style>
      <h1>Plimsoll</h1>
      <ul>
      """;

  private static void link(StringBuilder html, String path, String shows) {
    html.append("<li><a href=\"").append(Html.escape(path)).append("\">");
    html.append(Html.escape(path)).append("</a> ").append(Html.escape(shows)).append("</li>\n");
  }

  private static void pods(StringBuilder html, PodsReport report) {
    html.append("<h2>Pods</h2>\n<p>").append(report.table().pods().size());
    html.append(" pods, from ").append(Html.escape(report.source()));
    report.told().ifPresent(told -> html.append(", last told at ").append(told));
    html.append("</p>\n<table>\n");
    for (PodsReport.SourceReport source : report.sources()) {
      html.append("<tr><td>").append(Html.escape(source.name()));
      html.append("</td><td>").append(source.trouble().isEmpty() ? "" : "failed");
      html.append("</td><td>").append(Html.escape(source.trouble())).append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static void missing(StringBuilder html, List<Permission> permissions) {
    List<Permission> missing = permissions.stream().filter(each -> !each.isGranted()).toList();
    if (missing.isEmpty()) return;
    html.append("<h2>Not permitted</h2>\n<table>\n");
    for (Permission permission : missing) {
      html.append("<tr><td>").append(Html.escape(permission.name()));
      html.append("</td><td>lost: ").append(Html.escape(permission.buys()));
      html.append("</td></tr>\n");
    }
    html.append("</table>\n");
  }

  private static void row(StringBuilder html, SourceState state) {
    html.append("<tr><td>").append(Html.escape(state.source().label()));
    html.append("</td><td>").append(words(state.condition()));
    html.append("</td><td>").append(Html.escape(state.reason())).append("</td></tr>\n");
  }

  private static String words(SourceState.Condition condition) {
    return switch (condition) {
      case READ -> "read";
      case PARTLY -> "read in part";
      case ABSENT -> "not here";
      case LATER -> "not yet";
      case FAILED -> "failed";
    };
  }
}
