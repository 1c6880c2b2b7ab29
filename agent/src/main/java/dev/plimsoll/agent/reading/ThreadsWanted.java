package dev.plimsoll.agent.reading;

/// When threads of processes are read, which takes four files of each.
public enum ThreadsWanted {
  /// While somebody scrapes what shows them.
  SCRAPED,
  ALWAYS,
  NEVER
}
