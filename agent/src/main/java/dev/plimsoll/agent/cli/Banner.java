package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.reading.SourceState;
import dev.plimsoll.agent.reading.SourceState.Condition;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// What a person who starts the agent wants to know: where it serves, what it can read, what it
/// cannot and why.
final class Banner {
  private static final int WIDTH = 80;
  private static final String INDENT = "              ";

  private Banner() {}

  /// Where it serves; an address that stands for all is shown as one that can be opened.
  static String address(String scheme, InetSocketAddress address) {
    return "plimsoll " + PlimsollVersion.version() + " serves " + url(scheme, address) + "/metrics";
  }

  /// Where commands and programs are told more.
  static String page(InetSocketAddress address) {
    return "answers       " + url("http", address) + "/api/v1";
  }

  private static String url(String scheme, InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    if (address.getAddress().isAnyLocalAddress()) host = "localhost";
    if (host.indexOf(':') >= 0) host = '[' + host + ']';
    return scheme + "://" + host + ':' + address.getPort();
  }

  /// Many sources are of hardware and subsystems that most nodes lack: their names do here, and the
  /// index page has each one's reason.
  static List<String> sources(List<SourceState> sources) {
    List<String> lines = new ArrayList<>(names("reads        ", Condition.READ, sources));
    for (SourceState state : sources) {
      String reason = state.source().label() + ": " + Printable.of(state.reason());
      switch (state.condition()) {
        case READ, LATER, ABSENT -> {}
        case PARTLY -> lines.add("reads in part " + reason);
        case FAILED -> lines.add("cannot read   " + reason);
      }
    }
    List<String> absent = names("not here     ", Condition.ABSENT, sources);
    if (!absent.isEmpty()) {
      lines.addAll(absent);
      lines.add(INDENT + "(the page / has why)");
    }
    return lines;
  }

  private static List<String> names(String title, Condition condition, List<SourceState> sources) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(title);
    for (SourceState state : sources) {
      if (state.condition() != condition) continue;
      String name = state.source().label();
      if (line.length() + 1 + name.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT.substring(1));
      }
      line.append(' ').append(name);
    }
    if (line.length() > title.length()) lines.add(line.toString());
    return lines;
  }
}
