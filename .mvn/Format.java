import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Holds every Java source of the modules to google-java-format, or rewrites them so.
/// Run by the build: `check` fails and names the files, `rewrite` mends them.
final class Format {
    private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.GOOGLE)
            .build());

    private static String format(String text) throws FormatterException {
        String used = RemoveUnusedImports.removeUnusedImports(text);
        return FORMATTER.formatSource(ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE));
    }

    public static void main(String[] args) throws IOException, FormatterException {
        boolean rewrite = args[0].equals("rewrite");
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            sources = files.filter(file -> file.toString().matches("[a-z]+/src/.*\\.java")).sorted().toList();
        }
        int unformatted = 0;
        for (Path source : sources) {
            String text = Files.readString(source);
            String formatted = format(text);
            if (formatted.equals(text)) continue;
            unformatted++;
            if (rewrite) Files.writeString(source, formatted);
            System.out.println((rewrite ? "formatted " : "not formatted: ") + source);
        }
        if (unformatted > 0 && !rewrite) {
            System.out.println("mvn -N process-sources -Pformat formats them");
            System.exit(1);
        }
    }
}
