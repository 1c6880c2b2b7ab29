package dev.plimsoll.agent.cli.ps;

import java.time.Duration;
import java.time.ZonedDateTime;

/// The time a process started, in procps' four ways. Written by hand: the JDK's formatter costs
/// more to load than a whole listing to read.
final class StartTime {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "MonTueWedThuFriSatSun";

  private StartTime() {}

  /// `07:11` today, `Nov19` this year, `2025` before.
  static String brief(PsProcess process) {
    ZonedDateTime start = start(process);
    ZonedDateTime now = process.node().now().atZone(process.node().zone());
    if (start.getYear() != now.getYear()) return Integer.toString(start.getYear());
    if (start.getDayOfYear() == now.getDayOfYear()) return hours(start);
    return month(start) + two(start.getDayOfMonth());
  }

  /// `07:11:14` in the last 24 hours, ` Nov 19` before.
  static String exact(PsProcess process) {
    ZonedDateTime start = start(process);
    if (withinDay(process)) return hours(start) + ':' + two(start.getSecond());
    return month(start) + ' ' + two(start.getDayOfMonth());
  }

  /// ` 07:11` in the last 24 hours, `Nov 19` before.
  static String ofDay(PsProcess process) {
    ZonedDateTime start = start(process);
    return withinDay(process) ? hours(start) : month(start) + ' ' + padded(start.getDayOfMonth());
  }

  /// `Fri Nov 20 07:11:14 2026`.
  static String full(PsProcess process) {
    ZonedDateTime start = start(process);
    int day = (start.getDayOfWeek().getValue() - 1) * 3;
    return DAYS.substring(day, day + 3)
        + ' '
        + month(start)
        + ' '
        + padded(start.getDayOfMonth())
        + ' '
        + hours(start)
        + ':'
        + two(start.getSecond())
        + ' '
        + start.getYear();
  }

  private static ZonedDateTime start(PsProcess process) {
    return process.started().atZone(process.node().zone());
  }

  private static boolean withinDay(PsProcess process) {
    return Duration.between(process.started(), process.node().now()).toSeconds() <= 86_400;
  }

  private static String month(ZonedDateTime time) {
    int month = (time.getMonthValue() - 1) * 3;
    return MONTHS.substring(month, month + 3);
  }

  private static String hours(ZonedDateTime time) {
    return two(time.getHour()) + ':' + two(time.getMinute());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String padded(int number) {
    return number < 10 ? " " + number : Integer.toString(number);
  }
}
