import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Holds every Java source of the modules to google-java-format, or rewrites them so.
/// Run by the build: `check` fails and names the files, `rewrite` mends them. Texts once found in
/// order are remembered by their digests in the file named second: most are unchanged in the next build.
final class Format {
    private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.GOOGLE)
            .build());

    private static String format(String text) throws FormatterException {
        String used = RemoveUnusedImports.removeUnusedImports(text);
        return FORMATTER.formatSource(ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE));
    }

    private static String digest(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    public static void main(String[] args) throws IOException, FormatterException, NoSuchAlgorithmException {
        boolean rewrite = args[0].equals("rewrite");
        Path list = Path.of(args[1]);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            sources = files.filter(file -> file.toString().matches("[a-z]+/src/.*\\.java")).sorted().toList();
        }
        Set<String> known = Files.exists(list) ? new HashSet<>(Files.readAllLines(list)) : Set.of();
        Set<String> inOrder = new TreeSet<>();
        int unformatted = 0;
        for (Path source : sources) {
            String text = Files.readString(source);
            String formatted = known.contains(digest(text)) ? text : format(text);
            if (rewrite || formatted.equals(text)) inOrder.add(digest(formatted));
            if (formatted.equals(text)) continue;
            unformatted++;
            if (rewrite) Files.writeString(source, formatted);
            System.out.println((rewrite ? "formatted " : "not formatted: ") + source);
        }
        Files.createDirectories(list.getParent());
        Files.write(list, inOrder);
        if (unformatted > 0 && !rewrite) {
            System.out.println("mvn -N process-sources -Pformat formats them");
            System.exit(1);
        }
    }
}
