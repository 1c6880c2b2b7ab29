package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;

/// How large a terminal is, by the kernel's own account (`TIOCGWINSZ`, ioctl_tty(2)). Either number
/// is 0 where the terminal does not know it.
///
/// @param columns cells of a line
public record TerminalSize(int rows, int columns) {
  static final long REQUEST = 0x5413;

  /// `struct winsize`: rows, columns, and twice pixels.
  static TerminalSize from(ByteBuffer winsize) {
    return new TerminalSize(winsize.getShort(0) & 0xFFFF, winsize.getShort(2) & 0xFFFF);
  }
}
