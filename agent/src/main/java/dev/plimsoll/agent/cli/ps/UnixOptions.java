package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.Selection.General;

/// Options behind one dash.
final class UnixOptions {
  private static final String WITH_VALUE = "CGUgknOopqstu";

  private final PsRequest request;
  private final PsLists lists;
  private final Layouts layouts;

  UnixOptions(PsRequest request, PsLists lists, Layouts layouts) {
    this.request = request;
    this.lists = lists;
    this.layouts = layouts;
  }

  boolean takesValue(char letter) {
    return WITH_VALUE.indexOf(letter) >= 0;
  }

  /// @return whether there is such an option without a value
  boolean flag(char letter) {
    return choice(letter) || layout(letter) || manner(letter);
  }

  private boolean choice(char letter) {
    switch (letter) {
      case 'A', 'e' -> request.selection.add(General.ALL);
      case 'a' -> request.selection.add(General.ON_TERMINAL);
      case 'd' -> request.selection.add(General.NO_LEADERS);
      // Nobody's UNIX option: procps takes it for the BSD one that people mean.
      case 'x' -> bsdOwn();
      case 'N' -> request.selection.negate();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void bsdOwn() {
    request.selection.add(General.BSD_OWN);
    if (request.format == null) request.format = PsFormat.BSD;
  }

  private boolean layout(char letter) {
    switch (letter) {
      case 'f' -> request.format(PsFormat.FULL);
      case 'F' -> request.format(PsFormat.EXTRA_FULL);
      case 'l' -> request.format(PsFormat.LONG);
      case 'j' -> request.format(PsFormat.JOBS);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean manner(char letter) {
    switch (letter) {
      case 'H' -> request.tree = PsRequest.Tree.INDENTED;
      case 'L' -> request.threads(PsThreads.LWP, "-L");
      case 'T' -> request.threads(PsThreads.SPID, "-T");
      case 'w' -> request.wide++;
      case 'h' -> request.help = true;
      case 'V' -> request.version = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  void option(char letter, String value) throws UsageException {
    String option = "-" + letter;
    switch (letter) {
      case 'p', 'q' -> lists.pids(value, option);
      case 'C' -> lists.commands(value, option);
      case 'u' -> lists.users(value, option);
      case 'U' -> lists.realUsers(value, option);
      case 'G' -> lists.realGroups(value, option);
      case 'g' -> lists.sessionsOrGroups(value, option);
      case 's' -> lists.sessions(value, option);
      case 't' -> lists.terminals(value, option);
      case 'n' -> lists.namespace(value);
      case 'k' -> layouts.sort(value, option);
      case 'O' -> layouts.between(value, option);
      case 'o' -> layouts.columns(value, option);
      default -> throw new UsageException("unknown option \"" + option + '"');
    }
  }
}
