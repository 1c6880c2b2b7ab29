package dev.plimsoll.agent.cli.top;

import java.time.Duration;
import java.util.Optional;

/// What keys do: turns one view into the next. Knows nothing of terminals.
final class TopKeys {
  static final int UP = 0x110000;
  static final int DOWN = 0x110001;
  static final int PAGE_UP = 0x110002;
  static final int PAGE_DOWN = 0x110003;
  static final int HOME = 0x110004;
  static final int ESCAPE = 27;
  private static final int PAGE = 20;
  private static final int LONGEST = 60;
  private static final double SHORTEST_DELAY = 0.1;

  /// What the next line that is typed is for.
  private enum Question {
    TEXT("Only lines with: "),
    POD("Only pods and containers with: "),
    USER("Only of the user: "),
    DELAY("Seconds between readings: ");

    private final String words;

    Question(String words) {
      this.words = words;
    }
  }

  private TopView view;
  private Optional<Question> question = Optional.empty();
  private String typed = "";
  private boolean help;
  private boolean quit;

  TopKeys(TopView view) {
    this.view = view;
  }

  TopView view() {
    return view;
  }

  boolean quit() {
    return quit;
  }

  boolean help() {
    return help;
  }

  /// What is being typed, and for what; empty where nothing is.
  Optional<String> prompt() {
    return question.map(each -> each.words + typed);
  }

  void press(int key) {
    if (question.isPresent()) type(key, question.get());
    else if (help) help = false;
    else if (!sort(key) && !show(key) && !move(key)) ask(key);
  }

  private boolean sort(int key) {
    switch (key) {
      case 'P' -> view = view.sortedBy(TopView.Sort.CPU);
      case 'M' -> view = view.sortedBy(TopView.Sort.MEMORY);
      case 'T' -> view = view.sortedBy(TopView.Sort.TIME);
      case 'N' -> view = view.sortedBy(TopView.Sort.NUMBER);
      case 'R' -> view = view.reverse();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean show(int key) {
    switch (key) {
      case 'c' -> view = view.withCommandLine(!view.commandLine());
      case '1' -> view = view.withEachCpu(!view.eachCpu());
      case 'v', 't' -> view = view.toggle(TopView.Rows.CONTAINERS);
      case 'H' -> view = view.toggle(TopView.Rows.THREADS);
      case 'h', '?' -> help = true;
      case 'q', 3 -> quit = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean move(int key) {
    switch (key) {
      case UP -> view = view.scrolled(-1);
      case DOWN -> view = view.scrolled(1);
      case PAGE_UP -> view = view.scrolled(-PAGE);
      case PAGE_DOWN -> view = view.scrolled(PAGE);
      case HOME -> view = view.scrolled(-view.skipped());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void ask(int key) {
    typed = "";
    question =
        switch (key) {
          case '/' -> Optional.of(Question.TEXT);
          case 'p' -> Optional.of(Question.POD);
          case 'u' -> Optional.of(Question.USER);
          case 'd', 's' -> Optional.of(Question.DELAY);
          default -> Optional.empty();
        };
  }

  private void type(int key, Question asked) {
    if (key == '\r' || key == '\n') answer(asked);
    else if (key == ESCAPE || key == 3) question = Optional.empty();
    else if (key == 127 || key == '\b') typed = typed.substring(0, Math.max(0, typed.length() - 1));
    else if (key >= ' ' && key < UP && typed.length() < LONGEST) typed += Character.toString(key);
  }

  private void answer(Question asked) {
    question = Optional.empty();
    view =
        switch (asked) {
          case TEXT -> view.with(view.filter().withText(typed));
          case POD -> view.with(view.filter().withPod(typed));
          case USER -> view.with(view.filter().withUser(typed));
          case DELAY -> delay(typed).map(view::every).orElse(view);
        };
  }

  /// Seconds with a fraction, a tenth at least and a day at most.
  static Optional<Duration> delay(String seconds) {
    if (!seconds.matches("[0-9]{1,5}([.,][0-9]{1,3})?")) return Optional.empty();
    double value = Double.parseDouble(seconds.replace(',', '.'));
    if (value > 86_400) return Optional.empty();
    return Optional.of(Duration.ofMillis((long) (Math.max(SHORTEST_DELAY, value) * 1000)));
  }
}
