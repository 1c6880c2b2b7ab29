package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.Selection.General;

/// Options without a dash.
final class BsdOptions {
  private static final String WITH_VALUE = "UkOopt";

  private final PsRequest request;
  private final PsLists lists;
  private final Layouts layouts;

  BsdOptions(PsRequest request, PsLists lists, Layouts layouts) {
    this.request = request;
    this.lists = lists;
    this.layouts = layouts;
  }

  boolean takesValue(char letter) {
    return WITH_VALUE.indexOf(letter) >= 0;
  }

  /// @return whether there is such an option without a value
  boolean flag(char letter) {
    if (request.format == null) request.format = PsFormat.BSD;
    return choice(letter) || layout(letter) || manner(letter);
  }

  private boolean choice(char letter) {
    switch (letter) {
      case 'a' -> request.selection.add(General.BSD_ALL);
      case 'x' -> request.selection.add(General.BSD_OWN);
      case 'r' -> request.selection.runningOnly();
      // What it used to choose, session leaders, is chosen anyway.
      case 'g' -> request.selection.add(General.BSD_PLAIN);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean layout(char letter) {
    switch (letter) {
      case 'u' -> request.format = PsFormat.USER;
      case 'l' -> request.format = PsFormat.BSD_LONG;
      case 'j' -> request.format = PsFormat.BSD_JOBS;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean manner(char letter) {
    switch (letter) {
      case 'f' -> request.tree = PsRequest.Tree.LINES;
      case 'h' -> request.header = false;
      case 'H' -> request.threads(PsThreads.PLAIN, "H");
      case 'c' -> request.trueNames = true;
      case 'n' -> request.numericUsers = true;
      case 'w' -> request.wide++;
      case 'V' -> request.version = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  void option(char letter, String value) throws UsageException {
    String option = String.valueOf(letter);
    switch (letter) {
      case 'p' -> lists.pids(value, option);
      case 'U' -> lists.users(value, option);
      case 't' -> lists.terminals(value, option);
      case 'k' -> layouts.sort(value, option);
      case 'O' -> layouts.between(value, option);
      case 'o' -> layouts.columns(value, option);
      default -> throw new UsageException("unknown option \"" + option + '"');
    }
  }
}
