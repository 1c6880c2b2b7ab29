package dev.plimsoll.agent.cli.wait;

/// How it stands with what is waited for.
sealed interface Verdict {
  /// It may still become so.
  record Waiting(String note) implements Verdict {
    @Override
    public String label() {
      return "waiting";
    }
  }

  record Done(String note) implements Verdict {
    @Override
    public String label() {
      return "done";
    }
  }

  /// It will never be so, or nobody will say.
  record Failed(String note) implements Verdict {
    @Override
    public String label() {
      return "failed";
    }
  }

  /// As JSON has it.
  String label();

  /// What is seen of it, for people; may hold text from outside.
  String note();
}
