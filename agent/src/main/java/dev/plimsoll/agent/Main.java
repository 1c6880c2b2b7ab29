package dev.plimsoll.agent;

import dev.plimsoll.agent.cli.PlimsollCommand;

/// The program's door: the only place that ends the process.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(PlimsollCommand.run(args, System.getenv(), System.out, System.err));
  }
}
