package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// Picocli formats the texts of the help: a sign of per cent must be written twice.
final class HelpTest {
  @Test
  void everyTextCanBeFormatted() {
    for (CommandLine command : commands()) {
      for (String text : texts(command)) {
        assertDoesNotThrow(() -> String.format(Locale.ROOT, text), text);
      }
    }
  }

  private static Collection<CommandLine> commands() {
    return PlimsollCommand.commandLine(Map.of(), System.err).getSubcommands().values();
  }

  private static List<String> texts(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    List<String> texts = new ArrayList<>();
    texts.addAll(List.of(usage.header()));
    texts.addAll(List.of(usage.description()));
    texts.addAll(List.of(usage.footer()));
    for (ArgSpec argument : command.getCommandSpec().args()) {
      texts.addAll(List.of(argument.description()));
    }
    return texts;
  }
}
