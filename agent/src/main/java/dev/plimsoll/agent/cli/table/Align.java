package dev.plimsoll.agent.cli.table;

/// On which side of its column a cell stands.
public enum Align {
  LEFT,
  RIGHT
}
