package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsColumn.Need;
import dev.plimsoll.agent.join.ContainerName;
import dev.plimsoll.collectors.process.AccountNames;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/// Options that name processes, by lists parted by commas or blanks.
final class PsLists {
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{6,64}");
  private static final int LONGEST_COMM = 15;

  private final PsRequest request;

  PsLists(PsRequest request) {
    this.request = request;
  }

  void pids(String list, String option) throws UsageException {
    Set<Integer> pids = numbers(list, option);
    request.selection.list(process -> pids.contains(process.pid()));
  }

  void parents(String list, String option) throws UsageException {
    Set<Integer> pids = numbers(list, option);
    request.selection.list(process -> pids.contains(process.stat().ppid()));
  }

  void sessions(String list, String option) throws UsageException {
    Set<Integer> sessions = numbers(list, option);
    request.linuxOnly = option;
    request.selection.list(
        process -> process.kernel().filter(stat -> sessions.contains(stat.session())).isPresent());
  }

  void sessionsOrGroups(String list, String option) throws UsageException {
    if (Character.isDigit(list.isEmpty() ? ' ' : list.charAt(0))) sessions(list, option);
    else groups(list, option);
  }

  /// The kernel keeps 15 bytes of a program's name, so a longer one is compared by these.
  void commands(String list, String option) throws UsageException {
    Set<String> names = new HashSet<>();
    for (String name : words(list, option)) {
      names.add(name);
      names.add(name.substring(0, Math.min(LONGEST_COMM, name.length())));
    }
    request.selection.list(process -> names.contains(process.stat().comm()));
  }

  void users(String list, String option) throws UsageException {
    accounts(list, option, PsNode::users, status -> status.user().effective());
  }

  void realUsers(String list, String option) throws UsageException {
    accounts(list, option, PsNode::users, status -> status.user().real());
  }

  void groups(String list, String option) throws UsageException {
    accounts(list, option, PsNode::groups, status -> status.group().effective());
  }

  void realGroups(String list, String option) throws UsageException {
    accounts(list, option, PsNode::groups, status -> status.group().real());
  }

  private void accounts(
      String list,
      String option,
      Function<PsNode, AccountNames> accounts,
      ToLongFunction<PsIdentity> id)
      throws UsageException {
    Set<String> names = words(list, option);
    for (String name : names) request.accounts.add(new PsRequest.Account(option, name, accounts));
    request.selection.list(
        process ->
            process
                .status()
                .map(status -> id.applyAsLong(status))
                .map(
                    number ->
                        names.contains(Long.toString(number))
                            || names.contains(accounts.apply(process.node()).name(number)))
                .orElse(false),
        Need.STATUS);
  }

  void terminals(String list, String option) throws UsageException {
    Set<String> names = new HashSet<>();
    request.linuxOnly = option;
    for (String name : words(list, option)) {
      names.add(name.startsWith("/dev/") ? name.substring(5) : name.equals("-") ? "?" : name);
    }
    request.selection.list(
        process -> {
          String terminal = WhoColumns.terminal(process);
          return names.contains(terminal) || names.contains(terminal.replace("tty", ""));
        });
  }

  void pod(String name) {
    request.linuxOnly = "--pod";
    request.selection.in(process -> named(process, ContainerName::pod, name));
  }

  /// A container that has no name of its own here is known by the beginning of its id.
  void container(String name) {
    request.linuxOnly = "--container";
    request.selection.in(process -> named(process, ContainerName::container, name));
  }

  void namespace(String name) {
    request.linuxOnly = "--namespace";
    request.selection.in(
        process -> process.container().filter(it -> it.namespace().equals(name)).isPresent());
  }

  /// Whether the name is the whole of it, or at least six digits from the beginning of an id.
  private static boolean named(
      PsProcess process, Function<ContainerName, String> part, String name) {
    return process
        .container()
        .map(part)
        .filter(it -> it.equals(name) || (ID.matcher(name).matches() && it.startsWith(name)))
        .isPresent();
  }

  private static Set<Integer> numbers(String list, String option) throws UsageException {
    Set<Integer> numbers = new HashSet<>();
    for (String word : words(list, option)) numbers.add(Numbers.parse(word, option));
    return numbers;
  }

  private static Set<String> words(String list, String option) throws UsageException {
    Set<String> words = new HashSet<>();
    for (String word : list.split("[, \t]+", -1)) {
      if (!word.isEmpty()) words.add(word);
    }
    if (words.isEmpty()) throw new UsageException("option " + option + " needs a value");
    return words;
  }
}
