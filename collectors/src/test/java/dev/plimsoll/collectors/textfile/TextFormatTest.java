package dev.plimsoll.collectors.textfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plimsoll.collectors.Fixture;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.KernelReader.Need;
import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.kernel.Section;
import dev.plimsoll.collectors.kernel.SourceFailure;
import dev.plimsoll.collectors.kernel.SourceFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Prometheus' text format, and every file of `fixtures/bad/textfile`.
class TextFormatTest {

  /// A file, and what is said of it.
  record Fault(String file, int line, String text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("cut-in-a-name", 2, "a field is missing: \"half_wri\""),
        new Fault("cut-in-a-number", 2, "the last line has no end: \"disk_bytes 12\""),
        new Fault("hexadecimal", 1, "not a number: \"a 0x1p3\""),
        new Fault("label-list-without-end", 1, "neither ',' nor '}' behind a label: \"a{b=\"c\"\""),
        new Fault("label-without-end", 1, "the value of a label has no end: \"a{b=\"c} 1\""),
        new Fault("label-without-quotes", 1, "no '\"' before the value of a label: \"a{b=c} 1\""),
        new Fault("label-without-value", 1, "no '=' behind the name of a label: \"a{b} 1\""),
        new Fault("name-with-digit", 1, "no name: \"9a 1\""),
        new Fault("no-name", 1, "no name: \"{b=\"c\"} 1\""),
        new Fault("no-number", 1, "not a number: \"a one\""),
        new Fault("no-type", 1, "a field is missing: \"# TYPE a\""),
        new Fault("no-value", 1, "a field is missing: \"a\""),
        new Fault("number-of-java", 1, "not a number: \"a 1d\""),
        new Fault("reserved-label", 1, "a name that is reserved: \"a{__name__=\"b\"} 1\""),
        new Fault("same-label-twice", 1, "the same label twice: \"a{b=\"1\",b=\"2\"} 1\""),
        new Fault("second-help", 2, "a second help: \"# HELP a B.\""),
        new Fault("second-type", 2, "a second type: \"# TYPE a gauge\""),
        new Fault("time", 1, "a time, which cannot be taken over: \"a 1 1395066363000\""),
        new Fault("type-behind-value", 2, "a type behind the first value: \"# TYPE a gauge\""),
        new Fault("unknown-escape", 1, "'\\' before what needs none: \"a{b=\"\\t\"} 1\""),
        new Fault("unknown-type", 1, "a type that is not known: \"# TYPE a rate\""));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFileWithAFaultIsNamedAndCountsNotAtAll(Fault fault) {
    String path = Fixture.bad("textfile/" + fault.file);
    Section<List<TextFamily>> section =
        new KernelReader().section(path, Need.REQUIRED, TextFormat::parse);
    SourceFailure failure = new SourceFailure(Kind.MALFORMED, path, fault.line, fault.text);
    assertEquals(new Section.Failed<>(failure), section);
  }

  @Test
  void noFileIsForgotten() {
    List<String> files = faults().map(fault -> "textfile/" + fault.file).toList();
    assertEquals(Fixture.faults("textfile"), files);
  }

  @Test
  void everyPartOfALine() throws Exception {
    assertEquals(
        List.of(
            new TextFamily(
                "jobs:last",
                TextFamily.Type.GAUGE,
                Optional.of("When \\ it\nended."),
                List.of(
                    new TextSample(
                        "jobs:last",
                        List.of(
                            new TextLabel("host", "a\"b\\c\nd\u00e9"), new TextLabel("job", "")),
                        -1.5e-3),
                    new TextSample("jobs:last", List.of(), Double.POSITIVE_INFINITY)),
                "x.prom",
                2),
            new TextFamily(
                "plain",
                TextFamily.Type.UNTYPED,
                Optional.empty(),
                List.of(new TextSample("plain", List.of(), Double.NaN)),
                "x.prom",
                7)),
        parse(
            """
            # A comment.
            # HELP jobs:last When \\\\ it\\nended.
            # TYPE jobs:last gauge
            jobs:last{ job="" , host="a\\"b\\\\c\\ndé" , } -1.5e-3
              jobs:last \t+Inf
            #
            plain NaN
            """));
  }

  @Test
  void seriesOfAHistogramAndOfASummaryStayTogether() throws Exception {
    List<TextFamily> families =
        parse(
            """
            # TYPE h histogram
            h_bucket{le="+Inf"} 3
            h_sum 2
            h_count 3
            # TYPE s summary
            s{quantile="0.5"} 1
            s_sum 9
            s_bucket 4
            other_sum 5
            """);
    assertEquals(
        List.of("h 3", "s 2", "s_bucket 1", "other_sum 1"),
        families.stream().map(each -> each.name() + ' ' + each.samples().size()).toList());
  }

  @Test
  void labelsOfASeriesHaveABound() throws Exception {
    assertEquals(100, series(100).samples().getFirst().labels().size());
    assertThrows(MalformedSourceException.class, () -> series(101));
  }

  private static TextFamily series(int labels) throws MalformedSourceException {
    StringBuilder line = new StringBuilder("m{");
    for (int label = 0; label < labels; label++) line.append("l" + label + "=\"\",");
    return TextFormat.parse(text(line + "} 1\n")).getFirst();
  }

  @Test
  void whatOneFileHoldsHasABound() throws Exception {
    String series = "m{a=\"\",b=\"\",c=\"\"} 1\n";
    List<TextFamily> families = TextFormat.parse(text(series.repeat(20_000)));
    assertEquals(TextMerge.MOST_SERIES + 1, families.getFirst().samples().size());
    KernelText labels = text(series.repeat(TextFormat.MOST_LABELS / 3 + 1));
    assertThrows(MalformedSourceException.class, () -> TextFormat.parse(labels));
    StringBuilder names = new StringBuilder();
    for (int name = 0; name < 10_002; name++) names.append("# HELP m" + name + " x\n");
    KernelText helps = text(names.toString());
    assertThrows(MalformedSourceException.class, () -> TextFormat.parse(helps));
  }

  private static KernelText text(String text) {
    return new KernelText("a.prom", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anEmptyFileSaysNothing() throws Exception {
    assertEquals(List.of(), parse(""));
    assertEquals(List.of(), parse("# TYPE a gauge\n"));
  }

  private static List<TextFamily> parse(String text) throws Exception {
    return TextFormat.parse(new KernelText("x.prom", text.getBytes(StandardCharsets.UTF_8)));
  }
}
