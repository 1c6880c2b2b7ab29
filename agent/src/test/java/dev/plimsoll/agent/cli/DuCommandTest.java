package dev.plimsoll.agent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.agent.cli.BesideRealTool.Answer;
import dev.plimsoll.collectors.kernel.KernelString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `plimsoll du` beside this machine's `du`.
class DuCommandTest {
  private static final String MAKE =
      """
      use strict; chdir $ARGV[0] or die; umask 022;
      sub put { open my $f, '>', $_[0] or die "$_[0]: $!"; print $f $_[1] }
      mkdir $_ or die for 'plain', 'plain/below', 'links', 'sparse', 'empty', "line\\nbreak", "bad\\xff\\xc3",
          "-s", "esc\\e[31m";
      put("plain/$_", 'x' x ($_ * 1000)) for 1 .. 40;
      put("plain/below/file", 'y' x 100_000);
      put("links/one", 'z' x 50_000); link 'links/one', "links/two" or die; link 'links/one', "links/three" or die;
      link 'links/one', 'plain/below/four' or die;
      symlink '../plain', 'links/to-directory'; symlink '/nowhere', 'links/broken';
      open my $f, '>', 'sparse/holes' or die; seek $f, 10_000_000, 0; print $f 'end'; close $f;
      put("line\\nbreak/a\\nb\\tc", 'q' x 5000); put("bad\\xff\\xc3/\\xfe", 'r' x 9000); put("-s/file", 'b');
      put("esc\\e[31m/red", 'b');
      for (1 .. 100) { mkdir 'deep' or die; chdir 'deep' or die; put('file', 'd' x 3000) }
      """;

  private final BesideRealTool tool = new BesideRealTool("du");
  @TempDir private static Path tree;

  @BeforeAll
  static void make() throws IOException {
    RealProgram.require("perl", "perl");
    assertEquals("", RealProgram.run(Map.of(), "perl", "-e", MAKE, tree.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-a", "-s", "-h", "-ah", "--si", "-d1", "-ad 2", "-d0", "-c", "-sc", "-k", "-m", "-BM",
        "-B 3000", "-l", "-al", "-x", "-xah", "-sh -k",
      })
  void theSameAsDu(String options) throws Exception {
    List<String> words = words(options);
    List<String> separate = List.of("links", "sparse", "plain", "nowhere", "links/to-directory");
    assertSame(words, List.of(tree.toString()));
    assertSame(words, separate.stream().map(name -> tree + "/" + name).toList());
  }

  /// Newer ones leave directories out of what files claim to hold.
  @ParameterizedTest
  @ValueSource(strings = {"-ab", "-a --apparent-size", "-ahA"})
  void whatFilesClaim(String options) throws Exception {
    List<String> real = words(options.replace("A", " --apparent-size"));
    Map<Boolean, List<String>> ours = parted(ours(words(options), List.of(tree + "/plain")));
    assertEquals(parted(real(real, List.of(tree + "/plain"))).get(false), ours.get(false));
    Path holes = Files.createDirectories(tree.resolve("sparse")).resolve("holes");
    assertEquals(List.of("10000003\t" + holes), ours(List.of("-b"), List.of(holes.toString())));
  }

  private Map<Boolean, List<String>> parted(List<String> lines) {
    return lines.stream()
        .collect(
            java.util.stream.Collectors.partitioningBy(
                line -> Files.isDirectory(Path.of(line.substring(line.indexOf('\t') + 1)))));
  }

  @Test
  void aTreeOfThisMachine() throws Exception {
    assertSame(List.of("-ac"), List.of("/usr/share/perl5", "/usr/share/doc/", "/etc/default"));
  }

  @Test
  void whatIsBelowAnotherFileAskedForCountsOnce() throws Exception {
    String plain = tree + "/plain";
    assertSame(List.of("-c"), List.of(plain, plain + "/below", plain, plain + "/1"));
    assertSame(List.of("-ac"), List.of(plain + "/below", plain + "/1", plain));
  }

  /// Of a file with names in several directories either may count first: the sum is the same.
  @Test
  void namesInSeveralDirectoriesCountOnce() throws Exception {
    assertSame(List.of("-s"), List.of(tree.toString()));
    assertSame(List.of("-sl"), List.of(tree.toString()));
  }

  @Test
  void wordsBehindTheDashesAreFiles() throws Exception {
    assertSame(List.of("--"), List.of(tree + "/-s"));
    assertEquals(
        List.of("du: cannot access '-s': No such file or directory"),
        tool.ours(List.of("--", "-s")).err());
  }

  @Test
  void podsOfTheKubelet(@TempDir Path node) throws Exception {
    String uid = "8f0d4a1c-5b1e-4f7e-9d57-0c3f6a2b1e4d";
    Path volume = node.resolve("kubelet/pods/" + uid + "/volumes/kubernetes.io~empty-dir/cache");
    Files.createDirectories(volume.resolve("deep"));
    String file = Files.writeString(volume.resolve("deep/f"), "12345").toString();
    String log = node + "/log/pods/shop_cart-0_" + uid;
    Files.createDirectories(Path.of(log));
    assertEquals(
        List.of(
            "5\t" + file + "\tpod " + uid + ", volume cache",
            tool.ours(List.of("-b", log)).out().getFirst()),
        tool.ours(List.of("-b", file, log)).out());
    assertTrue(tool.ours(List.of("-s", log)).out().getFirst().endsWith("\tpod shop/cart-0"));
    String json = tool.ours(List.of("-o", "json", file)).out().get(1);
    String pod = "\"pod_uid\":\"" + uid + "\",\"pod\":null,\"volume\":\"cache\"}";
    assertTrue(json.endsWith("\"apparent_bytes\":5,\"files\":1," + pod), json);
  }

  @Test
  void jsonKeepsNamesApart() throws Exception {
    List<String> out = tool.ours(List.of("-o", "json", "-a", tree + "/bad\u0000")).out();
    assertEquals(List.of("[]"), out);
    out = tool.ours(List.of("-o", "json", "-a", tree.toString())).out();
    assertEquals("[", out.getFirst());
    assertEquals("]", out.getLast());
    String start = "{\"path\":\"" + tree + "/bad\\\\xff\\\\xc3/\\\\xfe\",\"disk_bytes\":";
    assertEquals(1, out.stream().filter(line -> line.startsWith(start)).count(), out::toString);
    assertEquals(1, out.stream().filter(line -> line.contains("/a\\nb\\tc\"")).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-s -a", "-s -d1", "-d -1", "-d x", "-B 1Q", "--nonesuch"})
  void wrongOptionsAreRefusedInOneLine(String options) {
    Answer ours = tool.ours(words(options));
    assertEquals(2, ours.status());
    assertEquals(1, ours.err().size());
  }

  private void assertSame(List<String> options, List<String> files) throws Exception {
    List<String> all = Stream.concat(options.stream(), files.stream()).toList();
    List<String> ours = ours(options, files);
    assertEquals(real(options, files), ours);
    assertEquals(tool.real(all).status(), tool.ours(all).status());
  }

  private List<String> ours(List<String> options, List<String> files) {
    return tool.ours(Stream.concat(options.stream(), files.stream()).toList()).out().stream()
        .sorted()
        .toList();
  }

  /// What the real one prints, a name's line ends not taken for ends of lines, made harmless.
  private static List<String> real(List<String> options, List<String> files) throws Exception {
    List<String> command = new ArrayList<>(List.of("du", "-0"));
    command.addAll(options);
    command.addAll(files);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process du = builder.start();
    String printed = new String(du.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    du.waitFor();
    return Arrays.stream(printed.split("\0", -1))
        .filter(line -> !line.isEmpty())
        .map(line -> KernelString.decode(line.getBytes(StandardCharsets.ISO_8859_1)))
        .map(DuCommandTest::harmless)
        .sorted()
        .toList();
  }

  private static String harmless(String line) {
    int tab = line.indexOf('\t');
    return line.substring(0, tab + 1) + Printable.of(line.substring(tab + 1));
  }

  private static List<String> words(String options) {
    return options.isEmpty() ? List.of() : List.of(options.split(" ", -1));
  }
}
