package dev.plimsoll.agent.cli.ps;

/// Numbers on the command line.
final class Numbers {
  private Numbers() {}

  /// A number from 0 to 999,999,999.
  static int parse(String digits, String option) throws UsageException {
    if (!digits.matches("[0-9]{1,9}")) {
      throw new UsageException(option + ": not a number: \"" + digits + '"');
    }
    return Integer.parseInt(digits);
  }
}
