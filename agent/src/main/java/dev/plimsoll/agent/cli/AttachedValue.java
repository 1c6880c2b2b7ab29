package dev.plimsoll.agent.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// For options whose value may be left out, as GNU has them: only what stands behind an equals sign
/// is the value, and the next word is a word of its own.
final class AttachedValue implements IParameterPreprocessor {
  /// The value of an option that has none.
  static final String NONE = "";

  @Override
  public boolean preprocess(
      Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (" ".equals(info.get("separator"))) words.push(NONE);
    return false;
  }
}
