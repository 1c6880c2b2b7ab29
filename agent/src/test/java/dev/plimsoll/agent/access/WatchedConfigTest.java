package dev.plimsoll.agent.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchedConfigTest {
  private static final String HASH = "$2a$10$" + "a".repeat(53);

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();

  private void aSecondLater() {
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
  }

  private static String users(String name) {
    return "basic_auth_users: {" + name + ": '" + HASH + "'}\n";
  }

  @Test
  void whatCannotBeUsedChangesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("web.yml"), users("alice"));
    WatchedConfig watched = new WatchedConfig(file, nanos::get);
    WatchedConfig.Loaded alice = watched.current();
    assertEquals(Map.of("alice", HASH), alice.config().users());
    for (String broken : new String[] {"- a list", "basic_auth_users: {bob: plain}", "{"}) {
      Files.writeString(file, broken);
      aSecondLater();
      assertSame(alice, watched.current(), broken);
    }
    Files.delete(file);
    aSecondLater();
    assertSame(alice, watched.current(), "no file");
    Files.writeString(file, users("carol"));
    aSecondLater();
    assertEquals(Set.of("carol"), watched.current().config().users().keySet());
  }

  @Test
  void looksOnceASecond() throws Exception {
    Path file = Files.writeString(folder.resolve("web.yml"), users("alice"));
    WatchedConfig watched = new WatchedConfig(file, nanos::get);
    Files.writeString(file, users("somebody"));
    assertEquals(Set.of("alice"), watched.current().config().users().keySet());
    aSecondLater();
    assertEquals(Set.of("somebody"), watched.current().config().users().keySet());
  }

  @Test
  void tlsNeitherBeginsNorEnds() throws Exception {
    TestIdentity identity = TestIdentity.make(folder, "rsa");
    Path file = Files.writeString(folder.resolve("web.yml"), users("alice"));
    WatchedConfig watched = new WatchedConfig(file, nanos::get);
    Files.writeString(file, identity.section());
    aSecondLater();
    assertEquals(Set.of("alice"), watched.current().config().users().keySet());
  }

  @Test
  void aFileThatComesLaterThanItsNameIsNoticed() throws Exception {
    TestIdentity before = TestIdentity.make(folder, "before");
    Path file = Files.writeString(folder.resolve("web.yml"), before.section());
    WatchedConfig watched = new WatchedConfig(file, nanos::get);
    TestIdentity next = TestIdentity.make(folder, "next");
    Path aside = Files.move(next.key(), folder.resolve("aside"));
    Files.writeString(file, next.section());
    aSecondLater();
    assertEquals(before.key(), watched.current().config().tls().orElseThrow().key());
    Files.move(aside, next.key());
    aSecondLater();
    assertEquals(next.key(), watched.current().config().tls().orElseThrow().key());
  }
}
