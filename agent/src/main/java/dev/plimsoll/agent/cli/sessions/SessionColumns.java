package dev.plimsoll.agent.cli.sessions;

import dev.plimsoll.agent.cli.table.Align;
import dev.plimsoll.agent.cli.table.Column;
import dev.plimsoll.agent.cli.table.Datum;
import dev.plimsoll.agent.cli.table.Figures;
import dev.plimsoll.agent.cli.table.ListForms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/// The columns of `plimsoll sessions`.
public final class SessionColumns implements ListForms<SessionRow> {
  private static final int PSEUDO_TERMINALS = 136;
  private static final int LAST_OF_THEM = 143;

  /// What the other columns need of a narrow line, with the beginning of a command.
  private static final int OTHERS = 60;

  private static final int LEAST_NAME = 9;
  private static final int LONGEST_NAME = 1024;

  private final Instant now;

  public SessionColumns(Instant now) {
    this.now = now;
  }

  /// For a terminal.
  ///
  /// @param width of a line; empty for lines of any length
  @Override
  public List<Column<SessionRow>> text(OptionalInt width) {
    int names = width.isPresent() ? width.getAsInt() - OTHERS : LONGEST_NAME * 2;
    int pod = Math.max(LEAST_NAME, names * 3 / 5);
    List<Column<SessionRow>> columns = most(pod, Math.max(LEAST_NAME, names - pod));
    columns.add(command(row -> row.arguments().orElse('[' + row.comm() + ']')));
    return columns;
  }

  /// With all that is known.
  @Override
  public List<Column<SessionRow>> wide() {
    List<Column<SessionRow>> columns = most(LONGEST_NAME, LONGEST_NAME);
    columns.addFirst(Column.words("NAMESPACE", 9, "namespace", SessionRow::namespace));
    columns.add(processes());
    columns.add(Column.words("COMM", 4, "comm", SessionRow::comm));
    columns.add(command(row -> row.arguments().orElse("-")));
    return columns;
  }

  @Override
  public List<Column<SessionRow>> json() {
    return wide();
  }

  /// @param pod the most characters of a pod's name, `container` of a container's
  private List<Column<SessionRow>> most(int pod, int container) {
    List<Column<SessionRow>> columns = new ArrayList<>();
    columns.add(name("POD", "pod", SessionRow::pod, pod));
    columns.add(name("CONTAINER", "container", SessionRow::container, container));
    columns.add(pid());
    columns.add(Column.words("KIND", 4, "kind", SessionRow::kind));
    columns.add(Column.words("TTY", 3, "tty", row -> terminal(row.terminal())));
    columns.add(user());
    columns.add(age());
    return columns;
  }

  private static Column<SessionRow> name(
      String title, String key, Function<SessionRow, String> text, int most) {
    return Column.names(title, most, text, key, row -> Datum.of(text.apply(row)));
  }

  private static Column<SessionRow> command(Function<SessionRow, String> text) {
    return new Column<>(
        "COMMAND", Align.LEFT, 7, text, "arguments", row -> Datum.of(row.arguments()));
  }

  private static Column<SessionRow> processes() {
    return Column.numbers(
        "NPROC",
        5,
        row -> Integer.toString(row.processes()),
        "processes",
        row -> Datum.of(row.processes()));
  }

  private static Column<SessionRow> pid() {
    return Column.numbers(
        "PID", 5, row -> Integer.toString(row.pid()), "pid", row -> Datum.of(row.pid()));
  }

  private static Column<SessionRow> user() {
    return Column.numbers(
        "USER",
        4,
        row -> row.user().isPresent() ? Long.toString(row.user().getAsLong()) : "?",
        "user",
        row -> Datum.of(row.user()));
  }

  private Column<SessionRow> age() {
    return Column.numbers(
        "AGE",
        4,
        row -> age(row).isPresent() ? Figures.age(age(row).getAsLong()) : "?",
        "age_seconds",
        row -> Datum.of(age(row)));
  }

  private OptionalLong age(SessionRow row) {
    Optional<Instant> started = row.started();
    return started.isPresent()
        ? OptionalLong.of(Math.max(0, Duration.between(started.get(), now).toSeconds()))
        : OptionalLong.empty();
  }

  /// `pts/3`, as `ps` has it; the pod's own `/dev` may name it otherwise. The kernel keeps the
  /// major number in bits 8 to 19, the minor one in the rest.
  static String terminal(int device) {
    if (device == 0) return "-";
    int major = (device >> 8) & 0xFFF;
    int minor = (device & 0xFF) | ((device >> 12) & 0xFFF00);
    boolean isPseudo = major >= PSEUDO_TERMINALS && major <= LAST_OF_THEM;
    return isPseudo ? "pts/" + (((major - PSEUDO_TERMINALS) << 20) + minor) : major + ":" + minor;
  }
}
