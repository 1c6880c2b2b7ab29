package dev.plimsoll.agent.pod.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plimsoll.agent.Until;
import dev.plimsoll.agent.pod.PodsReport.SourceReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What servers may do wrong, for everything that they are asked: how it is counted, and that the
/// last state stays until they do right again.
class ServerFaultsTest {
  @TempDir private static Path shared;
  private static TestCertificate certificate;
  private static TestCertificate stranger;

  @TempDir private Path folder;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificate = TestCertificate.of(shared, "right", "ip:127.0.0.1");
    stranger = TestCertificate.of(shared, "stranger", "ip:127.0.0.1");
  }

  /// A server and what asks it.
  private record Running(FaultyServer server, Asked<?> asked) implements AutoCloseable {
    boolean isCounted(Trouble trouble) {
      return asked.report().errors().getOrDefault(trouble.label(), 0L) > 0;
    }

    void await(BooleanSupplier condition) {
      Until.holds(condition, () -> asked.report().toString());
    }

    @Override
    public void close() {
      asked.close();
      server.close();
    }
  }

  private Running start(Asked.What what) throws IOException {
    FaultyServer server = new FaultyServer(folder, certificate, what.answer());
    Running running = new Running(server, Asked.start(what, server.server()));
    running.await(() -> running.asked.report().answers() > 1);
    return running;
  }

  private record Fault(String name, Trouble trouble, Fault.Way way) {
    @FunctionalInterface
    interface Way {
      void spoil(FaultyServer server) throws IOException;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Fault> all() {
    return List.of(
        new Fault("401", Trouble.UNAUTHORIZED, told -> told.http().answer(401, "Unauthorized")),
        new Fault("403", Trouble.FORBIDDEN, told -> told.http().answer(403, "Forbidden (user=x)")),
        new Fault("404", Trouble.STATUS, told -> told.http().answer(404, "page not found")),
        new Fault("500", Trouble.STATUS, told -> told.http().answer(500, "\u001b[31mboom\n")),
        new Fault("302", Trouble.STATUS, told -> told.http().answer(302, "")),
        new Fault("html", Trouble.MALFORMED, told -> told.http().answer(200, "<html>")),
        new Fault("cut off", Trouble.CUT_OFF, FaultyServer::cutOff),
        new Fault("silence", Trouble.TIMEOUT, FaultyServer::beSilent),
        new Fault("silence in the middle", Trouble.TIMEOUT, FaultyServer::beSilentHalfway),
        new Fault("drop by drop", Trouble.TIMEOUT, FaultyServer::drip),
        new Fault("down", Trouble.UNREACHABLE, told -> told.http().close()),
        new Fault("no token", Trouble.FILE, FaultyServer::loseToken),
        new Fault("no authorities", Trouble.FILE, FaultyServer::loseAuthorities),
        new Fault("others' authorities", Trouble.TLS, told -> told.trust(stranger)));
  }

  static Stream<Arguments> faults() {
    return Stream.of(Asked.What.values())
        .flatMap(what -> all().stream().map(fault -> arguments(what, fault)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theLastStateStaysThroughFaultsUntilRecovery(Asked.What what, Object told)
      throws IOException {
    Fault fault = (Fault) told;
    try (Running running = start(what)) {
      Asked<?> asked = running.asked;
      Object known = asked.known();
      fault.way.spoil(running.server);
      running.await(() -> running.isCounted(fault.trouble));
      assertEquals(known, asked.known());
      checkWords(asked.report().trouble());
      SourceReport during = asked.report();
      running.server.recover();
      running.await(() -> asked.report().answers() > during.answers());
      assertEquals("", asked.report().trouble());
      assertTrue(asked.report().told().orElseThrow().isAfter(during.told().orElseThrow()));
    }
  }

  private static void checkWords(String words) {
    assertFalse(words.isEmpty());
    assertTrue(words.chars().noneMatch(Character::isISOControl), words);
    assertFalse(words.contains(FaultyServer.SECRET), words);
  }

  /// It is too large, has a line or a text that is too long, or a slow machine has not got so far
  /// when it has taken too long.
  @ParameterizedTest
  @EnumSource(Asked.What.class)
  void whoSends200MegabytesOfGarbageIsLeft(Asked.What what) throws IOException {
    try (Running running = start(what)) {
      Object known = running.asked.known();
      running.server.sendGarbage(what.beginning());
      Set<Trouble> ends = Set.of(Trouble.TOO_LARGE, Trouble.TIMEOUT, Trouble.MALFORMED);
      running.await(() -> ends.stream().anyMatch(running::isCounted));
      assertEquals(known, running.asked.known());
      running.server.recover();
      running.await(() -> running.asked.report().trouble().isEmpty());
    }
  }
}
