package dev.plimsoll.collectors.oshi;

import dev.plimsoll.collectors.process.ProcessId;
import dev.plimsoll.collectors.process.ProcessTable;
import java.util.Map;

/// All processes as OSHI knows them.
///
/// @param accounts who each belongs to
public record OshiTable(ProcessTable table, Map<ProcessId, Account> accounts) {
  public OshiTable {
    accounts = Map.copyOf(accounts);
  }

  /// The user and group of a process, by the names that the system has for them.
  ///
  /// @param userId a number; of Windows, whose ids are longer, the last part
  public record Account(String user, long userId, String group, long groupId) {}
}
