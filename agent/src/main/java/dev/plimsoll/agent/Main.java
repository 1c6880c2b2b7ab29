package dev.plimsoll.agent;

import dev.plimsoll.agent.cli.PlimsollCommand;
import dev.plimsoll.agent.web.ServerLimits;

/// The program's door: the only place that ends the process.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    ServerLimits.declare();
    System.exit(PlimsollCommand.run(args, System.getenv(), System.out, System.err));
  }
}
