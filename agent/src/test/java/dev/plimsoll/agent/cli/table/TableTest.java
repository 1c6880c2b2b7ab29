package dev.plimsoll.agent.cli.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {
  private record Ship(String name, long tons, double load) {}

  private static final Table<Ship> TABLE =
      new Table<>(
          List.of(
              Column.words("NAME", 4, "name", Ship::name),
              Column.<Ship>numbers(
                  "TONS",
                  6,
                  ship -> Long.toString(ship.tons),
                  "mass_kilograms",
                  ship -> Datum.of(ship.tons * 1000)),
              Column.<Ship>numbers(
                  "%LOAD",
                  0,
                  ship -> Math.round(ship.load * 100) + "",
                  "load_ratio",
                  ship -> Double.isNaN(ship.load) ? Datum.missing() : Datum.of(ship.load)),
              Column.words("REMARK", 0, "remark", ship -> "of " + ship.name)));

  private static final List<Ship> SHIPS =
      List.of(new Ship("Cutty Sark", 963, 0.5), new Ship("船", 7, Double.NaN));

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertEquals(
        """
        NAME         TONS %LOAD REMARK
        Cutty Sark    963    50 of Cutty Sark
        船              7     0 of 船""",
        String.join("\n", TABLE.lines(SHIPS, OptionalInt.empty())));
  }

  @Test
  void linesAreCutAtTheWidthOfTheTerminal() {
    assertEquals(
        """
        NAME         TONS %LOAD REMA
        Cutty Sark    963    50 of C
        船              7     0 of\s""",
        String.join("\n", TABLE.lines(SHIPS, OptionalInt.of(28))));
  }

  @Test
  void theHeaderCanBeLeftOut() {
    assertEquals(
        "船        7 0 of 船",
        String.join("\n", TABLE.lines(SHIPS.subList(1, 2), OptionalInt.empty(), false)));
  }

  @Test
  void jsonHasNumbersInBaseUnitsAndNullForWhatIsMissing() throws IOException {
    StringWriter json = new StringWriter();
    TABLE.json(SHIPS, json);
    assertEquals(
        """
        [
        {"name":"Cutty Sark","mass_kilograms":963000,"load_ratio":0.5,"remark":"of Cutty Sark"},
        {"name":"船","mass_kilograms":7000,"load_ratio":null,"remark":"of 船"}
        ]
        """,
        json.toString());
  }

  @Test
  void jsonOfNoRowsIsAnEmptyArray() throws IOException {
    StringWriter json = new StringWriter();
    TABLE.json(List.of(), json);
    assertEquals("[]\n", json.toString());
  }
}
