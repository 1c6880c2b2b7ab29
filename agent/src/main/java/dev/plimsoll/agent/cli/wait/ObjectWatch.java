package dev.plimsoll.agent.cli.wait;

import dev.plimsoll.agent.pod.source.Client;
import dev.plimsoll.agent.pod.source.PodSourceException;
import dev.plimsoll.agent.pod.source.Trouble;
import dev.plimsoll.agent.pod.source.Troubles;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What the API server tells of one object: one LIST of it alone, then a watch that goes on where
/// the last one ended. Another LIST only where the server has forgotten that version. Belongs to
/// one thread.
final class ObjectWatch {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_OBJECTS = 1000;

  /// The server sends a bookmark about once a minute.
  private static final Duration SILENCE = Duration.ofMinutes(3);

  private static final int SHORTEST_SECONDS = 240;
  private static final Duration ALLOWANCE = Duration.ofMinutes(1);

  /// Is told how it stands after each change.
  @FunctionalInterface
  interface Listener {
    /// @return whether to go on
    boolean seen(Collection<Seen> objects);
  }

  private final Target target;
  private final Client client;
  private final Duration timeout;
  private final RandomGenerator random;
  private final ObjectJson json = new ObjectJson();
  private final Map<String, Seen> objects = new LinkedHashMap<>();
  private int api;

  /// Where the next watch begins; empty where a LIST must come first.
  private String version = "";

  /// The object's, when it was first seen: another of the same name is not it.
  private String uid = "";

  /// @param timeout of a LIST
  ObjectWatch(Target target, Client client, Duration timeout, RandomGenerator random) {
    this.target = target;
    this.client = client;
    this.timeout = timeout;
    this.random = random;
  }

  /// What is to be allowed for the next question, `list jobs.batch`.
  String permission() {
    return (version.isEmpty() ? "list " : "watch ") + target.kind().resource();
  }

  /// What there is now, from the watch's last event or a LIST.
  Collection<Seen> look() throws PodSourceException {
    if (version.isEmpty()) list();
    return objects.values();
  }

  private void list() throws PodSourceException {
    ObjectJson.Listing listing;
    try {
      listing =
          client.get(query(), timeout, timeout.multipliedBy(3), MOST_BYTES, json::list).value();
    } catch (PodSourceException failure) {
      if (!isOlderServer(failure)) throw failure;
      api++;
      list();
      return;
    }
    objects.clear();
    listing.objects().forEach(this::put);
    version = listing.version();
  }

  private boolean isOlderServer(PodSourceException failure) {
    return failure.status() == HttpURLConnection.HTTP_NOT_FOUND
        && api + 1 < target.kind().apis().size();
  }

  private String query() {
    return target.kind().query(target.kind().apis().get(api), target.namespace(), target.name());
  }

  /// Watches until the server ends it, as it does after some minutes, or the listener has enough.
  ///
  /// @param answered is run at each sign of life
  void follow(Listener listener, Runnable answered) throws PodSourceException {
    int seconds = SHORTEST_SECONDS + random.nextInt(SHORTEST_SECONDS);
    String path =
        query()
            + "&watch=true&allowWatchBookmarks=true&resourceVersion="
            + URLEncoder.encode(version, StandardCharsets.UTF_8)
            + "&timeoutSeconds="
            + seconds;
    Duration patience = Duration.ofSeconds(seconds).plus(ALLOWANCE);
    client.follow(
        path,
        SILENCE,
        patience,
        MOST_BYTES,
        body -> {
          json.events(
              body,
              event -> {
                take(event);
                answered.run();
                return listener.seen(objects.values());
              });
          return path;
        });
  }

  /// An error of any kind leaves it open what happened since: a LIST says.
  private void take(ObjectJson.Event event) throws IOException {
    Seen object = event.object();
    switch (event.type()) {
      case "ADDED", "MODIFIED" -> put(object);
      case "DELETED" -> objects.remove(object.text("metadata.name"));
      case "ERROR" -> {
        version = "";
        throw new PodSourceException(trouble(object), "the watch ended: " + object.text("message"));
      }
      default -> {}
    }
    String newer = object.text("metadata.resourceVersion");
    if (!newer.isEmpty()) version = newer;
  }

  private static Trouble trouble(Seen status) {
    return Troubles.of(Math.clamp(status.number("code", 0), 0, Integer.MAX_VALUE));
  }

  private void put(Seen object) {
    String name = object.text("metadata.name");
    String its = object.text("metadata.uid");
    if (uid.isEmpty()) uid = its;
    boolean isAnother = isToBeDeleted() && !uid.equals(its);
    if (isAnother) objects.remove(name);
    else if (objects.size() < MOST_OBJECTS) objects.put(name, object);
  }

  private boolean isToBeDeleted() {
    return target.goal().equals(new Goal.Word(Goal.State.DELETED));
  }

  /// The version is forgotten; the next look is a LIST.
  void forget() {
    version = "";
  }
}
