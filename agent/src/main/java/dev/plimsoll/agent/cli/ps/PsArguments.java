package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.Selection.General;
import java.util.List;
import java.util.regex.Pattern;

/// The words of a command line in procps' three styles: `aux` (BSD), `-ef` (UNIX) and `--forest`
/// (GNU), as `ps(1)` tells them apart.
final class PsArguments {
  private static final Pattern BSD_WITH_DASH = Pattern.compile("-(aux|axu|auxw+|axuw+)");

  private final PsRequest request = new PsRequest();
  private final PsLists lists = new PsLists(request);
  private final List<String> words;
  private final UnixOptions unix;
  private final BsdOptions bsd;
  private final GnuOptions gnu;
  private int next;

  private PsArguments(List<String> words) {
    this.words = words;
    PsColumns columns = new PsColumns();
    Layouts layouts = new Layouts(request, columns);
    unix = new UnixOptions(request, lists, layouts);
    bsd = new BsdOptions(request, lists, layouts);
    gnu = new GnuOptions(request, lists, layouts);
  }

  static PsRequest parse(List<String> words) throws UsageException {
    return new PsArguments(words).parse();
  }

  private PsRequest parse() throws UsageException {
    while (next < words.size()) word(words.get(next++));
    if (request.threads != PsThreads.NONE && request.tree != PsRequest.Tree.NONE) {
      throw new UsageException(
          request.linuxOnly + ": threads are not shown below parents (f, -H, --forest)");
    }
    return request;
  }

  private void word(String word) throws UsageException {
    if (word.startsWith("--")) gnu.option(word, this::value);
    else if (BSD_WITH_DASH.matcher(word).matches()) bsdWord(word.substring(1));
    else if (word.startsWith("-") && word.length() > 1) unixWord(word);
    else if (!word.isEmpty() && Character.isDigit(word.charAt(0))) lists.pids(word, "PID");
    else bsdWord(word);
  }

  private void unixWord(String word) throws UsageException {
    for (int at = 1; at < word.length(); at++) {
      char letter = word.charAt(at);
      if (unix.flag(letter)) continue;
      String option = "-" + letter;
      if (!unix.takesValue(letter)) throw unknown(option, word);
      unix.option(letter, at + 1 < word.length() ? word.substring(at + 1) : value(option));
      return;
    }
  }

  private void bsdWord(String word) throws UsageException {
    request.selection.add(General.BSD_PLAIN);
    for (int at = 0; at < word.length(); at++) {
      char letter = word.charAt(at);
      if (bsd.flag(letter)) continue;
      String option = String.valueOf(letter);
      if (!bsd.takesValue(letter)) throw unknown(option, word);
      bsd.option(letter, at + 1 < word.length() ? word.substring(at + 1) : value(option));
      return;
    }
  }

  private static UsageException unknown(String option, String word) {
    String where = word.equals(option) ? "" : " in \"" + word + '"';
    String why =
        switch (option) {
          case "e" -> ": environments are not shown, as they hold secrets";
          case "m", "-m" -> ": threads are shown by -L, -T and H";
          case "-M", "-Z", "Z" -> ": security labels are not shown";
          case "s", "v", "X" -> ": there is no such layout here; -o shows single columns";
          default -> "";
        };
    return new UsageException("unknown option \"" + option + '"' + where + why);
  }

  /// The next word, which is an option's value.
  private String value(String option) throws UsageException {
    if (next == words.size()) throw new UsageException("option " + option + " needs a value");
    return words.get(next++);
  }

  /// Gives an option that stands alone the word after it.
  @FunctionalInterface
  interface Values {
    String next(String option) throws UsageException;
  }
}
