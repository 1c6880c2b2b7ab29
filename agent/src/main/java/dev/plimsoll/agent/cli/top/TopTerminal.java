package dev.plimsoll.agent.cli.top;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// The terminal while top draws on it. Whatever ends the program, it is left as it was found.
final class TopTerminal implements AutoCloseable {
  /// Not a key: the terminal has another size now.
  static final int RESIZED = 0x110010;

  private static final String USUAL = "xterm-256color";
  private static final int INTERRUPT = 3;
  private static final int AFTER_ESCAPE_MILLIS = 50;
  private static final int MOST_PENDING = 64;

  private final Terminal terminal;
  private final Attributes found;
  private final BlockingQueue<Integer> keys = new ArrayBlockingQueue<>(MOST_PENDING);
  private final byte[] leave;
  private final AtomicBoolean restored = new AtomicBoolean();
  private final Thread atExit = new Thread(this::restore, "plimsoll-terminal");

  /// @param type as TERM has it
  TopTerminal(String type) throws IOException {
    terminal = TerminalBuilder.builder().system(true).dumb(false).type(understood(type)).build();
    found = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    // A stopped top would leave the shell on its own screen.
    raw.setControlChar(Attributes.ControlChar.VSUSP, 0);
    terminal.setAttributes(raw);
    terminal.handle(Terminal.Signal.WINCH, _ -> offer(RESIZED));
    terminal.handle(Terminal.Signal.INT, _ -> offer(INTERRUPT));
    terminal.handle(Terminal.Signal.QUIT, _ -> offer(INTERRUPT));
    leave =
        (sequence(Capability.exit_attribute_mode)
                + sequence(Capability.cursor_normal)
                + sequence(Capability.exit_ca_mode))
            .getBytes(StandardCharsets.US_ASCII);
    Runtime.getRuntime().addShutdownHook(atExit);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.cursor_invisible);
    terminal.puts(Capability.clear_screen);
    terminal.flush();
    Thread.ofPlatform().daemon().name("plimsoll-keys").start(this::readKeys);
  }

  /// A container seldom has descriptions of terminals, and those whose names JLine does not know
  /// (kitty, alacritty, foot) all understand what xterm does.
  private static String understood(String type) {
    try {
      InfoCmp.getInfoCmp(type);
      return type;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return USUAL;
    } catch (IOException _) {
      return USUAL;
    }
  }

  private String sequence(Capability capability) {
    @Nullable String form = terminal.getStringCapability(capability);
    return form == null ? "" : Curses.tputs(form);
  }

  int rows() {
    return Math.max(1, terminal.getHeight());
  }

  int columns() {
    return Math.max(1, terminal.getWidth());
  }

  /// The next key, or empty where none is pressed in time.
  OptionalInt key(Duration patience) throws InterruptedException {
    @Nullable Integer key = keys.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    return key == null ? OptionalInt.empty() : OptionalInt.of(key);
  }

  private void offer(int key) {
    if (!keys.offer(key)) keys.clear();
  }

  /// A terminal that is gone is the same as a wish to stop.
  private void readKeys() {
    try {
      for (int key; (key = terminal.reader().read()) >= 0; ) {
        offer(key == TopKeys.ESCAPE ? escaped() : key);
      }
    } catch (IOException _) {
      // As the end of input: below.
    }
    offer(INTERRUPT);
  }

  /// Keys that send `ESC [ A` and the like; a lone ESC where nothing follows at once.
  private int escaped() throws IOException {
    int bracket = terminal.reader().read(AFTER_ESCAPE_MILLIS);
    if (bracket != '[' && bracket != 'O') return TopKeys.ESCAPE;
    int letter = terminal.reader().read(AFTER_ESCAPE_MILLIS);
    int key =
        switch (letter) {
          case 'A' -> TopKeys.UP;
          case 'B' -> TopKeys.DOWN;
          case 'H', '1' -> TopKeys.HOME;
          case '5' -> TopKeys.PAGE_UP;
          case '6' -> TopKeys.PAGE_DOWN;
          default -> RESIZED;
        };
    if (Character.isDigit(letter)) skipToTilde();
    return key;
  }

  private void skipToTilde() throws IOException {
    int next;
    do {
      next = terminal.reader().read(AFTER_ESCAPE_MILLIS);
    } while (next >= 0 && next != '~');
  }

  void draw(TopScreen screen) {
    terminal.puts(Capability.cursor_home);
    for (int index = 0; index < screen.lines().size(); index++) {
      if (index > 0) terminal.writer().print("\r\n");
      draw(screen.lines().get(index), index == screen.titles());
    }
    terminal.puts(Capability.clr_eos);
    terminal.flush();
  }

  private void draw(String line, boolean titles) {
    if (titles) terminal.puts(Capability.enter_reverse_mode);
    terminal.writer().print(line);
    if (titles) terminal.writer().print(" ".repeat(Math.max(0, columns() - line.length())));
    if (titles) terminal.puts(Capability.exit_attribute_mode);
    if (line.length() < columns()) terminal.puts(Capability.clr_eol);
  }

  /// At the end of the program JLine closes its terminal at the same time, and gives it back its
  /// attributes, but not its screen and cursor: these go past it.
  private void restore() {
    if (!restored.compareAndSet(false, true)) return;
    try {
      new FileOutputStream(FileDescriptor.out).write(leave);
      terminal.setAttributes(found);
    } catch (IllegalStateException | IOException _) {
      // JLine was first, or the terminal is gone.
    }
  }

  @Override
  public void close() throws IOException {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // The program is ending already, and the hook has run or is about to.
    }
    terminal.close();
  }
}
