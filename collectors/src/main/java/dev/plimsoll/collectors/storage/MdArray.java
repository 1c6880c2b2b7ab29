package dev.plimsoll.collectors.storage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One array of `/proc/mdstat`.
///
/// @param name of its device, `md0`
/// @param active whether it runs
/// @param personality `raid1`, `linear`; empty where it does not run
/// @param members in the kernel's order
/// @param blocks its size in KiB, what the kernel calls a block here; of one that does not run the
///   sum of its members; empty where it has no members
/// @param slots how its slots are filled; empty where losing a disk means losing the array, where
///   it does not run, and where the kernel's words for it do not parse
/// @param sync what is copied or compared now, or waits for it
public record MdArray(
    String name,
    boolean active,
    String personality,
    List<Member> members,
    OptionalLong blocks,
    Optional<Slots> slots,
    Optional<MdSync> sync) {
  public MdArray {
    members = List.copyOf(members);
  }

  /// What the kernel says of a member in one letter.
  public enum Mark {
    /// `(F)`: it failed and is no longer used.
    FAILED,
    /// `(S)`: it has no slot.
    SPARE,
    /// `(J)`: it holds the journal.
    JOURNAL,
    /// `(W)`: it is read only where no other can be.
    WRITE_MOSTLY,
    /// `(R)`: it will take the place of another.
    REPLACEMENT
  }

  /// A disk or partition of the array.
  public record Member(String device, Set<Mark> marks) {
    public Member {
      marks = Set.copyOf(marks);
    }
  }

  /// The end of the second line, `[3/2] [U_U]`.
  ///
  /// @param required disks that the array has when it is whole
  /// @param working disks that are in use
  /// @param down slots without a working disk
  public record Slots(long required, long working, long down) {}

  /// How many members carry a mark.
  public long count(Mark mark) {
    return members.stream().filter(member -> member.marks().contains(mark)).count();
  }

  /// Disks in use; empty where that is not known. An array without slots runs only with all its
  /// members.
  public OptionalLong working() {
    return slots.map(known -> OptionalLong.of(known.working())).orElseGet(this::wholeSize);
  }

  /// Disks that the array has when it is whole; 0 where it does not run, for then nobody says;
  /// empty where that is not known.
  public OptionalLong required() {
    return slots.map(known -> OptionalLong.of(known.required())).orElseGet(this::wholeSize);
  }

  private OptionalLong wholeSize() {
    if (!active) return OptionalLong.of(0);
    return hasSlots(personality) ? OptionalLong.empty() : OptionalLong.of(members.size());
  }

  /// Whether arrays of this kind can lose a disk, so that the kernel tells of their slots.
  static boolean hasSlots(String personality) {
    return !List.of("raid0", "linear", "faulty").contains(personality);
  }
}
