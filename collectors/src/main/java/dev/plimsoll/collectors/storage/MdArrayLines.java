package dev.plimsoll.collectors.storage;

import dev.plimsoll.collectors.kernel.KernelText;
import dev.plimsoll.collectors.kernel.MalformedSourceException;
import dev.plimsoll.collectors.storage.MdArray.Mark;
import dev.plimsoll.collectors.storage.MdArray.Member;
import dev.plimsoll.collectors.storage.MdArray.Slots;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The lines of one array in `/proc/mdstat`, taken up one by one.
final class MdArrayLines {
  private final String name;
  private final boolean active;
  private final String personality;
  private final List<Member> members;
  private OptionalLong blocks = OptionalLong.empty();
  private Optional<Slots> slots = Optional.empty();
  private Optional<MdSync> sync = Optional.empty();

  private MdArrayLines(String name, boolean active, String personality, List<Member> members) {
    this.name = name;
    this.active = active;
    this.personality = personality;
    this.members = members;
  }

  /// The line that begins an array: `md6 : active (auto-read-only) raid1 sdt1[1] sds1[0](F)`.
  static MdArrayLines first(KernelText line) throws MalformedSourceException {
    String name = line.word();
    if (!line.take(":")) throw line.malformed("no ':' behind the name");
    boolean runs = !line.take("inactive");
    boolean active = runs && !line.take("broken");
    if (active && !line.take("active")) throw line.malformed("neither active nor inactive");
    if (line.take("(")) line.until(')');
    String personality = runs ? line.word() : "";
    List<Member> members = new ArrayList<>();
    while (line.hasField()) members.add(member(line));
    return new MdArrayLines(name, active, personality, members);
  }

  /// `sdd1[1](W)(F)`.
  private static Member member(KernelText line) throws MalformedSourceException {
    String word = line.word();
    int bracket = word.indexOf('[');
    if (bracket < 0) throw line.malformed("a member without its number");
    String marks = word.substring(bracket);
    Set<Mark> found = EnumSet.noneOf(Mark.class);
    if (marks.contains("(F)")) found.add(Mark.FAILED);
    if (marks.contains("(S)")) found.add(Mark.SPARE);
    if (marks.contains("(J)")) found.add(Mark.JOURNAL);
    if (marks.contains("(W)")) found.add(Mark.WRITE_MOSTLY);
    if (marks.contains("(R)")) found.add(Mark.REPLACEMENT);
    return new Member(word.substring(0, bracket), found);
  }

  /// An indented line. What it does not know it passes over: personalities add words of their own.
  void detail(KernelText line) throws MalformedSourceException {
    if (line.take("bitmap")) return;
    if (line.take("[")) progress(line);
    else if (Character.isDigit(line.peek())) size(line);
    else waiting(line);
  }

  /// `7813735424 blocks super 1.2 level 5, 512k chunk, algorithm 2 [3/2] [U_U]`.
  private void size(KernelText line) throws MalformedSourceException {
    long size = line.unsigned();
    if (!line.take("blocks")) return;
    blocks = OptionalLong.of(size);
    while (line.hasField()) {
      if (line.take("[")) {
        slots = Optional.of(slots(line));
        return;
      }
      line.skipField();
    }
    if (active && MdArray.hasSlots(personality))
      throw line.malformed("no '[' before the number of disks");
  }

  private static Slots slots(KernelText line) throws MalformedSourceException {
    long required = line.unsigned();
    if (!line.take("/")) throw line.malformed("no '/' between the numbers of disks");
    long working = line.unsigned();
    if (!line.take("]")) throw line.malformed("no ']' behind the numbers of disks");
    if (!line.take("[")) throw line.malformed("no '[' before the slots");
    long down = line.until(']').chars().filter(slot -> slot == '_').count();
    return new Slots(required, working, down);
  }

  /// `==>......] check = 12.0% (117196032/976630272) finish=71.6min speed=200000K/sec`.
  private void progress(KernelText line) throws MalformedSourceException {
    line.until(']');
    MdSync.Kind kind =
        kind(line.until('=').strip()).orElseThrow(() -> line.malformed("nothing that is known"));
    line.until('(');
    long done = line.unsigned();
    if (!line.take("/")) throw line.malformed("no '/' between the numbers of blocks");
    sync = Optional.of(new MdSync(kind, Optional.of(new MdSync.Progress(done, line.unsigned()))));
  }

  /// `resync=DELAYED`, `=PENDING` or `=REMOTE`.
  private void waiting(KernelText line) {
    Optional<MdSync.Kind> kind = kind(line.upTo('='));
    if (kind.isPresent() && line.hasField()) {
      sync = Optional.of(new MdSync(kind.get(), Optional.empty()));
    }
  }

  private static Optional<MdSync.Kind> kind(String word) {
    return switch (word) {
      case "recovery", "recover" -> Optional.of(MdSync.Kind.RECOVERY);
      case "resync" -> Optional.of(MdSync.Kind.RESYNC);
      case "check" -> Optional.of(MdSync.Kind.CHECK);
      case "reshape" -> Optional.of(MdSync.Kind.RESHAPE);
      default -> Optional.empty();
    };
  }

  MdArray array() {
    return new MdArray(name, active, personality, members, blocks, slots, sync);
  }
}
