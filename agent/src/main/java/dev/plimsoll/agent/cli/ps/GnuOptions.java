package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ReadBy;
import dev.plimsoll.agent.cli.ps.PsArguments.Values;
import java.util.OptionalInt;

/// Options behind two dashes: procps' own, and those for pods and roots.
final class GnuOptions {
  private final PsRequest request;
  private final PsLists lists;
  private final Layouts layouts;

  GnuOptions(PsRequest request, PsLists lists, Layouts layouts) {
    this.request = request;
    this.lists = lists;
    this.layouts = layouts;
  }

  /// @param word `--name` or `--name=value`
  /// @param values where the value is that is not in the word
  void option(String word, Values values) throws UsageException {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (flag(name)) {
      if (equals >= 0) throw new UsageException("option " + name + " takes no value");
      return;
    }
    if (!takesValue(name)) throw new UsageException("unknown option \"" + name + '"');
    String value = equals < 0 ? values.next(name) : word.substring(equals + 1);
    if (!list(name, value) && !place(name, value) && !source(name, value)) layout(name, value);
  }

  private boolean flag(String name) {
    switch (name) {
      case "--forest" -> request.tree = PsRequest.Tree.LINES;
      case "--no-headers", "--no-heading", "--no-headings", "--noheaders", "--noheader" ->
          request.header = false;
      case "--deselect" -> request.selection.negate();
      case "--help" -> request.help = true;
      case "--version" -> request.version = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean takesValue(String name) {
    return switch (name) {
      case "--pid", "--quick-pid", "--ppid", "--user", "--User", "--Group", "--group", "--sid" ->
          true;
      case "--tty", "--pod", "--container", "--namespace", "--sort", "--format", "--output" -> true;
      case "--columns", "--cols", "--width" -> true;
      case "--path.procfs", "--path.sysfs", "--path.rootfs", "--processes", "--agent" -> true;
      default -> false;
    };
  }

  private boolean list(String name, String value) throws UsageException {
    switch (name) {
      case "--pid", "--quick-pid" -> lists.pids(value, name);
      case "--ppid" -> lists.parents(value, name);
      case "--user" -> lists.users(value, name);
      case "--User" -> lists.realUsers(value, name);
      case "--Group" -> lists.realGroups(value, name);
      case "--group" -> lists.groups(value, name);
      case "--sid" -> lists.sessions(value, name);
      case "--tty" -> lists.terminals(value, name);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean place(String name, String value) {
    switch (name) {
      case "--pod" -> lists.pod(value);
      case "--container" -> lists.container(value);
      case "--namespace" -> lists.namespace(value);
      case "--path.procfs" -> request.procfs = value;
      case "--path.sysfs" -> request.sysfs = value;
      case "--path.rootfs" -> request.rootfs = value;
      case "--agent" -> request.agent = value;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean source(String name, String value) throws UsageException {
    if (!name.equals("--processes")) return false;
    request.processes =
        ReadBy.named(value)
            .orElseThrow(
                () -> new UsageException(name + ": \"" + value + "\" is not kernel or oshi"));
    return true;
  }

  private void layout(String name, String value) throws UsageException {
    switch (name) {
      case "--sort" -> layouts.sort(value, name);
      case "--format", "--output" -> layouts.columns(value, name);
      default -> request.width = OptionalInt.of(Numbers.parse(value, name));
    }
  }
}
