package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.settings.WrongSettingException;
import java.util.Locale;

/// What an object is to be.
public sealed interface Goal {
  /// What people mean who say nothing: a job complete, a pod ready, a rollout through.
  record Usual() implements Goal {
    @Override
    public String label() {
      return "usual";
    }

    @Override
    public boolean fits(Kind kind) {
      return true;
    }
  }

  /// One of the words.
  record Word(State state) implements Goal {
    @Override
    public String label() {
      return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean fits(Kind kind) {
      return state.fits(kind);
    }
  }

  /// A condition in its status.
  record ConditionIs(String type, String status) implements Goal {
    @Override
    public String label() {
      return "condition=" + type + (status.equalsIgnoreCase("True") ? "" : "=" + status);
    }

    @Override
    public boolean fits(Kind kind) {
      return kind != Kind.SERVICE;
    }
  }

  /// The words there are.
  enum State {
    READY,
    COMPLETED,
    CREATED,
    DELETED;

    private boolean fits(Kind kind) {
      return switch (this) {
        case READY -> kind != Kind.JOB;
        case COMPLETED -> kind == Kind.JOB || kind == Kind.POD;
        case CREATED, DELETED -> kind != Kind.SERVICE;
      };
    }
  }

  /// As it is written behind `--for=`.
  String label();

  /// Whether an object of that kind can be so.
  boolean fits(Kind kind);

  /// @param text `ready`, `completed`, `created`, `deleted`, `condition=NAME` or
  ///   `condition=NAME=VALUE`; `create` and `delete` as kubectl has them
  static Goal parse(String text) throws WrongSettingException {
    String[] parts = text.split("=", 3);
    if (parts[0].equals("condition") && parts.length > 1 && !parts[1].isEmpty()) {
      return new ConditionIs(parts[1], parts.length == 3 ? parts[2] : "True");
    }
    return switch (text) {
      case "ready" -> new Word(State.READY);
      case "completed", "complete" -> new Word(State.COMPLETED);
      case "created", "create" -> new Word(State.CREATED);
      case "deleted", "delete" -> new Word(State.DELETED);
      default ->
          throw new WrongSettingException(
              "--for: "
                  + text
                  + " is none of ready, completed, created, deleted, condition=NAME[=VALUE]");
    };
  }
}
