package dev.plimsoll.agent.cli;

import dev.plimsoll.agent.cli.free.MemoryUnit;
import picocli.CommandLine.Option;

/// The unit of sizes, by procps' flags, of which one may be given.
final class UnitFlags {
  private MemoryUnit unit = MemoryUnit.KIBI;

  @Option(
      names = {"-b", "--bytes"},
      description = "In bytes.")
  void bytes(boolean asked) {
    unit = MemoryUnit.BYTES;
  }

  @Option(
      names = {"-k", "--kibi"},
      description = "In kibibytes (the default).")
  void kibi(boolean asked) {
    unit = MemoryUnit.KIBI;
  }

  @Option(
      names = {"-m", "--mebi"},
      description = "In mebibytes.")
  void mebi(boolean asked) {
    unit = MemoryUnit.MEBI;
  }

  @Option(
      names = {"-g", "--gibi"},
      description = "In gibibytes.")
  void gibi(boolean asked) {
    unit = MemoryUnit.GIBI;
  }

  @Option(
      names = {"-h", "--human"},
      description = "Each in the unit that fits it.")
  void human(boolean asked) {
    unit = MemoryUnit.HUMAN;
  }

  MemoryUnit unit() {
    return unit;
  }
}
