package dev.plimsoll.collectors.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "007, 7",
    "9223372036854775806, 9223372036854775806",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "18446744073709551615, 9223372036854775807",
    "99999999999999999999, 9223372036854775807",
    "5:, 5",
    "'5\t6', 5"
  })
  void unsignedNumbersStopAtTheLargest(String text, long value) throws Exception {
    assertEquals(value, line(text).unsigned());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "-1", "+1", "1x", "1_", "0x10", "184467440737095516150"})
  void whatIsNoUnsignedNumberIsRefused(String text) {
    assertThrows(MalformedSourceException.class, () -> line(text).unsigned());
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "42, 42", "-0, 0", "-9223372036854775808, -9223372036854775807"})
  void signedNumbers(String text, long value) throws Exception {
    assertEquals(value, line(text).signed());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "ff, 255", "FF, 255", "0000000000000001, 1", "ffffffffffffffff, -1"})
  void masksHave64Bits(String text, long value) throws Exception {
    assertEquals(value, line(text).hexadecimal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "g", "fg", "00000000000000001", "-1"})
  void whatIsNoMaskIsRefused(String text) {
    assertThrows(MalformedSourceException.class, () -> line(text).hexadecimal());
  }

  @ParameterizedTest
  @CsvSource({
    "0.42, 0.42",
    "100, 100",
    "-1.5, -1.5",
    "3.00 4, 3",
    ".5, 0.5",
    "7., 7",
    "0.1 0.2, 0.1",
    "123456789.012345, 123456789.012345",
    "1234567890.123456789, 1234567890.123456789",
    "12345678901234567890, 12345678901234567890"
  })
  void decimals(String text, double value) throws Exception {
    assertEquals(value, line(text).decimal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nan", "1e5", "1.2.3", ".", "NaN", "Infinity", "0x1p3", "1f", "1d"})
  void whatIsNoDecimalIsRefused(String text) {
    assertThrows(MalformedSourceException.class, () -> line(text).decimal());
  }

  @Test
  void wordsAndRest() throws Exception {
    KernelText line = line("  one\ttwo:  three four ");
    assertEquals("one", line.word());
    assertEquals("two", line.until(':').strip());
    assertEquals("three four ", line.rest());
    assertFalse(line.hasField());
    assertEquals(-1, line.peek());
  }

  @Test
  void takeGoesOnOnlyWhereItMatches() {
    KernelText line = line("  cpu0 1");
    assertFalse(line.take("cpu0 1 "));
    assertFalse(line.take("cpu1"));
    assertTrue(line.take("cpu"));
    assertEquals('0', line.peek());
    line.skip();
    assertTrue(line.take("1"));
    assertFalse(line.take("1"));
  }

  @Test
  void untilLastGoesOverLineEnds() throws Exception {
    KernelText text = text("7 (a) b\n) (c) S 1\nnext\n");
    text.firstLine();
    assertEquals(7, text.unsigned());
    assertTrue(text.take("("));
    assertEquals("a) b\n) (c", text.untilLast(')'));
    assertEquals("S", text.word());
    assertEquals(1, text.unsigned());
    assertFalse(text.hasField());
    assertTrue(text.nextLine());
    assertEquals("next", text.word());
  }

  @Test
  void untilLastWithoutOneIsRefused() {
    assertThrows(MalformedSourceException.class, () -> line("7 (a").untilLast(')'));
  }

  @Test
  void untilDoesNotLeaveTheLine() {
    assertThrows(MalformedSourceException.class, () -> text("a\nb:").firstLine().until(':'));
  }

  @Test
  void theLastLineNeedsNoEnd() {
    KernelText text = text("a\n\nb");
    assertTrue(text.nextLine());
    assertTrue(text.nextLine());
    assertFalse(text.hasField());
    assertTrue(text.nextLine());
    assertEquals("b", text.rest());
    assertFalse(text.nextLine());
  }

  @Test
  void noNumberIsTakenFromTheNextLine() {
    KernelText text = text("1\n2\n");
    assertTrue(text.nextLine());
    assertThrows(MalformedSourceException.class, () -> text.skipFields(2));
  }

  @Test
  void aFailureNamesPathLineAndText() {
    KernelText text = text("a 1\nb x\n");
    text.nextLine();
    text.nextLine();
    text.take("b");
    MalformedSourceException failure = assertThrows(MalformedSourceException.class, text::unsigned);
    assertEquals(
        new SourceFailure(SourceFailure.Kind.MALFORMED, "file", 2, "not a number: \"x\""),
        failure.failure());
    assertEquals("file line 2: not a number: \"x\"", failure.failure().describe());
  }

  @Test
  void longTextIsCutWhereItIsQuoted() {
    KernelText text = text("x".repeat(10_000));
    MalformedSourceException failure =
        assertThrows(MalformedSourceException.class, () -> text.firstLine().unsigned());
    assertEquals("not a number: \"" + "x".repeat(160) + '"', failure.failure().text());
  }

  @Test
  void aLineThatDoesNotParseBecomesAFlaw() {
    KernelText text = text("1\ntwo\n3\n");
    assertEquals(List.of(1L, 3L), text.lines(KernelText::unsigned));
    assertEquals(List.of(2), text.flaws().stream().map(SourceFailure::line).toList());
  }

  @Test
  void onlySoManyFlawsAreKept() {
    KernelText text = text("x\n".repeat(1000));
    assertEquals(List.of(), text.lines(KernelText::unsigned));
    assertEquals(100, text.flaws().size());
  }

  @Test
  void anEmptyFileHasNoFirstLine() {
    assertThrows(MalformedSourceException.class, () -> text("").firstLine());
  }

  private static KernelText line(String line) {
    KernelText text = text(line + "\n99");
    text.nextLine();
    return text;
  }

  private static KernelText text(String text) {
    return new KernelText("file", text.getBytes(StandardCharsets.UTF_8));
  }
}
