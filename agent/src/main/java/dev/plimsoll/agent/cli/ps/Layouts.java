package dev.plimsoll.agent.cli.ps;

import dev.plimsoll.agent.cli.ps.PsRequest.SortKey;

/// Options that choose columns and their order.
final class Layouts {
  private final PsRequest request;
  private final PsColumns columns;

  Layouts(PsRequest request, PsColumns columns) {
    this.request = request;
    this.columns = columns;
  }

  void columns(String list, String option) throws UsageException {
    if (list.equals("json")) request.json = true;
    else request.columns.addAll(columns.list(list, option));
  }

  /// Those columns between the number of the process and the rest.
  void between(String list, String option) throws UsageException {
    request.columns.addAll(columns.listed("pid"));
    request.columns.addAll(columns.list(list, option));
    request.columns.addAll(columns.listed("s tty time args"));
  }

  /// Keys parted by commas, each with `-` before it for the largest first.
  void sort(String list, String option) throws UsageException {
    for (String key : list.split(",", -1)) {
      boolean signed = key.startsWith("-") || key.startsWith("+");
      PsColumn column = columns.find(signed ? key.substring(1) : key, option);
      request.order.add(new SortKey(column, key.startsWith("-")));
    }
  }
}
