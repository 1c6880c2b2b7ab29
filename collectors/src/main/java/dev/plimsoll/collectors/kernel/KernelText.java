package dev.plimsoll.collectors.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A cursor over the bytes of a kernel file, line by line and field by field. It allocates only for
/// the strings it is asked for. Fields are parted by spaces and tabs.
public final class KernelText {
  private static final int QUOTED = 160;
  private static final int MOST_FLAWS = 100;
  private static final int MOST_DIGITS = 15;
  private static final double[] POWERS_OF_TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private byte[] bytes = {};

  /// The same bytes, for words of eight: the compiler that the agent runs with makes calls of them
  /// where the JDK has handles for this.
  private ByteBuffer words = ByteBuffer.wrap(bytes);

  private Object path = "";
  private int length;
  private int at;
  private int lineStart;
  private int lineEnd;
  private int next;
  private int line;
  private final List<SourceFailure> flaws = new ArrayList<>();

  KernelText() {}

  /// A text that is not in a file, or was read elsewhere.
  public KernelText(String path, byte[] bytes) {
    reset(path, bytes, bytes.length);
  }

  @SuppressWarnings("ReferenceEquality") // Whether it is the very array, not one like it.
  void reset(Object path, byte[] bytes, int length) {
    this.path = path;
    if (words.array() != bytes) words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    this.bytes = bytes;
    this.length = length;
    at = lineStart = lineEnd = next = line = 0;
    flaws.clear();
  }

  /// Where the text was read.
  public String path() {
    return path.toString();
  }

  /// How many bytes there are.
  public int length() {
    return length;
  }

  /// The 64-bit word at a place of a file that is not text, in the machine's byte order.
  ///
  /// @param offset from the start of the file, in bytes; all eight must be in it
  public long word64(int offset) {
    return ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.nativeOrder()).getLong(offset);
  }

  /// A fingerprint of the whole text: equal for equal texts, and different for different ones but
  /// for a chance of one in 2^64. Tells cheaply that a file says what it said before.
  public long fingerprint() {
    long print = length;
    int offset = 0;
    for (; offset + Long.BYTES <= length; offset += Long.BYTES) {
      print = mix(print ^ words.getLong(offset));
    }
    for (; offset < length; offset++) print = mix(print ^ bytes[offset]);
    return print;
  }

  /// A step that loses nothing: a product with an odd number, and a shift that folds it back.
  private static long mix(long word) {
    long product = word * 0x9E37_79B9_7F4A_7C15L;
    return product ^ product >>> 32;
  }

  /// The byte at a place of the whole text, wherever the cursor stands.
  public byte at(int offset) {
    return bytes[Objects.checkIndex(offset, length)];
  }

  /// What the text holds from one place up to another.
  public String part(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return KernelString.decode(bytes, from, to - from);
  }

  /// Goes back to the start, before the first line.
  public void rewind() {
    at = lineStart = lineEnd = next = line = 0;
    flaws.clear();
  }

  /// Goes on to the next line.
  ///
  /// @return whether there is one
  public boolean nextLine() {
    if (next >= length) return false;
    lineStart = at = next;
    lineEnd = at;
    while (lineEnd < length && bytes[lineEnd] != '\n') lineEnd++;
    next = lineEnd + 1;
    line++;
    return true;
  }

  /// Goes to the first line, which must be there.
  public KernelText firstLine() throws MalformedSourceException {
    if (!nextLine()) throw new MalformedSourceException(path(), 1, "the file is empty");
    return this;
  }

  /// Parses each line that is left. A line that does not parse becomes a flaw, the others count.
  public <T> List<T> lines(LineParser<T> parser) {
    List<T> values = new ArrayList<>();
    while (nextLine()) {
      try {
        values.add(parser.parse(this));
      } catch (MalformedSourceException malformed) {
        flaw(malformed);
      }
    }
    return List.copyOf(values);
  }

  /// Notes that a line was left out. Notes beyond the first hundred of a file are not kept.
  public void flaw(MalformedSourceException malformed) {
    if (flaws.size() < MOST_FLAWS) flaws.add(malformed.failure());
  }

  /// The lines left out so far.
  public List<SourceFailure> flaws() {
    return List.copyOf(flaws);
  }

  /// Parses the line the cursor stands on.
  @FunctionalInterface
  public interface LineParser<T> {
    T parse(KernelText line) throws MalformedSourceException;
  }

  /// Passes over blanks.
  ///
  /// @return whether the line goes on after them
  public boolean hasField() {
    while (at < lineEnd && isBlank(bytes[at])) at++;
    return at < lineEnd;
  }

  /// Passes over `expected` where the line goes on with it, after blanks.
  ///
  /// @return whether it did
  public boolean take(String expected) {
    if (!hasField() || at + expected.length() > lineEnd) return false;
    for (int index = 0; index < expected.length(); index++) {
      if (bytes[at + index] != expected.charAt(index)) return false;
    }
    at += expected.length();
    return true;
  }

  /// The byte at the cursor, or -1 at the end of the line.
  public int peek() {
    return at < lineEnd ? bytes[at] & 0xFF : -1;
  }

  /// Passes over what [#peek()] gave.
  public void skip() {
    if (at < lineEnd) at++;
  }

  /// Passes over the next field, whatever it is.
  public void skipField() throws MalformedSourceException {
    if (!hasField()) throw malformed("a field is missing");
    while (at < lineEnd && !isBlank(bytes[at])) at++;
  }

  /// Passes over the next `count` fields, whatever they are.
  public void skipFields(int count) throws MalformedSourceException {
    for (int index = 0; index < count; index++) skipField();
  }

  /// The next field as an unsigned decimal number. The kernel counts in 64 bits without a sign;
  /// what is above [Long#MAX_VALUE] (an unlimited limit, mostly) comes out as that.
  public long unsigned() throws MalformedSourceException {
    if (!hasField()) throw malformed("a number is missing");
    int start = at;
    long value = 0;
    boolean saturated = false;
    while (at < lineEnd && bytes[at] >= '0' && bytes[at] <= '9') {
      int digit = bytes[at++] - '0';
      saturated |= value > (Long.MAX_VALUE - digit) / 10;
      value = value * 10 + digit;
    }
    if (at == start || at - start > 20 || !endsField()) throw malformed("not a number", start);
    return saturated ? Long.MAX_VALUE : value;
  }

  /// The next field as a decimal number that may be negative.
  public long signed() throws MalformedSourceException {
    boolean negative = take("-");
    long value = unsigned();
    return negative ? -value : value;
  }

  /// The next field as a decimal number that may be negative and fits 32 bits.
  public int integer() throws MalformedSourceException {
    int start = hasField() ? at : lineEnd;
    long value = signed();
    if (value != (int) value) throw malformed("too large", start);
    return (int) value;
  }

  /// The next field as a hexadecimal number of at most 64 bits, as the kernel prints bit masks.
  public long hexadecimal() throws MalformedSourceException {
    if (!hasField()) throw malformed("a number is missing");
    int start = at;
    long value = 0;
    for (int digit; at < lineEnd && (digit = Character.digit(bytes[at], 16)) >= 0; at++) {
      value = value << 4 | digit;
    }
    if (at == start || at - start > 16 || !endsField()) throw malformed("not a mask", start);
    return value;
  }

  /// The next field as a decimal fraction, `0.42`.
  public double decimal() throws MalformedSourceException {
    if (!hasField()) throw malformed("a number is missing");
    int start = at;
    double plain = plainDecimal();
    if (plain >= 0 && endsField()) return plain;
    at = start;
    while (at < lineEnd && endsNumber(bytes[at])) at++;
    String digits = new String(bytes, start, at - start, StandardCharsets.US_ASCII);
    if (!endsField()) throw malformed("not a number", start);
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException _) {
      throw malformed("not a number", start);
    }
  }

  /// Digits with a point between them, as the kernel prints fractions, without garbage. Both the
  /// digits and the power of ten fit a double, so that their quotient is the nearest one.
  ///
  /// @return -1 where the field is written otherwise
  private double plainDecimal() {
    int start = at;
    long digits = 0;
    int point = -1;
    for (; at < lineEnd && at - start <= MOST_DIGITS; at++) {
      if (bytes[at] >= '0' && bytes[at] <= '9') digits = digits * 10 + bytes[at] - '0';
      else if (bytes[at] == '.' && point < 0 && at > start) point = at;
      else break;
    }
    int decimals = point < 0 ? 0 : at - point - 1;
    boolean whole = at == lineEnd || !endsNumber(bytes[at]);
    boolean plain = whole && at > start && at - start <= MOST_DIGITS && point != at - 1;
    return plain ? digits / POWERS_OF_TEN[decimals] : -1;
  }

  private static boolean endsNumber(byte digit) {
    return (digit >= '0' && digit <= '9') || digit == '.' || digit == '-' || digit == '+';
  }

  /// A number may be ended by a blank or by punctuation, never by a letter.
  private boolean endsField() {
    return at == lineEnd || (!Character.isLetterOrDigit(bytes[at]) && bytes[at] != '_');
  }

  /// The next field.
  public String word() throws MalformedSourceException {
    if (!hasField()) throw malformed("a field is missing");
    int start = at;
    while (at < lineEnd && !isBlank(bytes[at])) at++;
    return KernelString.decode(bytes, start, at - start);
  }

  /// What stands before the next `end` in this line; the cursor goes behind it.
  public String until(char end) throws MalformedSourceException {
    int start = at;
    int stop = at;
    while (stop < lineEnd && bytes[stop] != end) stop++;
    if (stop == lineEnd) throw malformed("no '" + end + "'");
    at = stop + 1;
    return KernelString.decode(bytes, start, stop - start);
  }

  /// What stands before the next `end` in this line, or all that is left of it where there is none;
  /// may be empty. The cursor goes behind it.
  public String upTo(char end) {
    int start = at;
    while (at < lineEnd && bytes[at] != end) at++;
    int stop = at;
    skip();
    return KernelString.decode(bytes, start, stop - start);
  }

  /// What is left of this line, without blanks at its start.
  public String rest() {
    hasField();
    String rest = KernelString.decode(bytes, at, lineEnd - at);
    at = lineEnd;
    return rest;
  }

  /// Everything from the cursor to the last `end` of the whole text, line ends included; the cursor
  /// goes behind it, in the line it stands in.
  public String untilLast(char end) throws MalformedSourceException {
    int start = at;
    int last = length - 1;
    while (last >= start && bytes[last] != end) last--;
    if (last < start) throw malformed("no '" + end + "'");
    at = lineEnd = last + 1;
    while (lineEnd < length && bytes[lineEnd] != '\n') lineEnd++;
    next = lineEnd + 1;
    return KernelString.decode(bytes, start, last - start);
  }

  /// A complaint about this line.
  public MalformedSourceException malformed(String what) {
    return malformed(what, lineStart);
  }

  private MalformedSourceException malformed(String what, int from) {
    int end = Math.min(Math.max(lineEnd, from), from + QUOTED);
    String quoted = KernelString.decode(bytes, from, end - from);
    return new MalformedSourceException(path(), Math.max(line, 1), what + ": \"" + quoted + '"');
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }
}
