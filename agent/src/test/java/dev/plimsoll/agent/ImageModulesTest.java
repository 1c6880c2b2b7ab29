package dev.plimsoll.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/// The image's Java runtime has every module that the agent's classes and their libraries name.
class ImageModulesTest {
  private static final Pattern LIST = Pattern.compile("--add-modules ([a-z.,]+)");

  /// JNA, JLine and OSHI can draw, which nobody asks of them here.
  private static final Set<String> LEFT_OUT = Set.of("java.desktop");

  @Test
  void theImageHasWhatTheAgentNeeds() throws Exception {
    Set<String> missing = new TreeSet<>(needed());
    assertTrue(missing.contains("jdk.httpserver"), missing::toString);
    missing.removeAll(LEFT_OUT);
    missing.removeAll(linked());
    assertEquals(Set.of(), missing);
  }

  private static Set<String> linked() throws Exception {
    String recipe = Files.readString(Path.of("../Dockerfile"), StandardCharsets.UTF_8);
    Matcher list = LIST.matcher(recipe);
    assertTrue(list.find(), recipe);
    return modules(list.group(1));
  }

  /// What jdeps finds, starting from our own classes.
  private static Set<String> needed() {
    List<String> arguments = new ArrayList<>(List.of("--print-module-deps", "-q"));
    arguments.addAll(List.of("--ignore-missing-deps", "--multi-release", "25"));
    String classPath = System.getProperty("java.class.path");
    arguments.addAll(List.of("--class-path", classPath));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (isOurs(entry)) arguments.add(entry);
    }
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    assertEquals(0, jdeps.run(out, out, arguments.toArray(String[]::new)), said::toString);
    return modules(said.toString().strip());
  }

  private static boolean isOurs(String entry) {
    return entry.matches(".*/(agent|collectors)/target/(classes|plimsoll-[^/]+\\.jar)/?");
  }

  private static Set<String> modules(String list) {
    return Set.of(list.split(",", -1));
  }
}
