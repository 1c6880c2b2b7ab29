package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.plimsoll.collectors.Roots;
import dev.plimsoll.collectors.kernel.KernelReader;
import dev.plimsoll.collectors.kernel.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Huge pages of groups, in directories that stand for both versions.
class HugePagesTest {
  private static final long MIB = 1 << 20;
  private static final String POD = "/kubepods/pod66666666-6666-4666-8666-666666666666";
  private static final String CONTAINER = POD + "/one";
  private static final String UNLIMITED_V1 = "9223372036854771712";

  @TempDir private Path sys;

  @BeforeEach
  void pagesOfTwoSizesAndNoneOfAThird() throws IOException {
    size("hugepages-2048kB", 16, 0);
    size("hugepages-1048576kB", 0, 1);
    size("hugepages-64kB", 0, 0);
  }

  private void size(String name, int pages, int overcommit) throws IOException {
    put("kernel/mm/hugepages/" + name + "/nr_hugepages", "" + pages);
    put("kernel/mm/hugepages/" + name + "/nr_overcommit_hugepages", "" + overcommit);
  }

  @Test
  void ofTheUnifiedHierarchy() throws IOException {
    put("fs/cgroup/cgroup.controllers", "hugetlb");
    put("fs/cgroup" + CONTAINER + "/cpu.stat", "usage_usec 5\nuser_usec 2\nsystem_usec 3");
    put("fs/cgroup" + CONTAINER + "/hugetlb.2MB.current", "" + 4 * MIB);
    put("fs/cgroup" + CONTAINER + "/hugetlb.2MB.rsvd.current", "" + 6 * MIB);
    put("fs/cgroup" + CONTAINER + "/hugetlb.2MB.max", "max");
    put("fs/cgroup" + CONTAINER + "/hugetlb.2MB.events", "max 3");
    put("fs/cgroup" + POD + "/hugetlb.2MB.max", "" + 8 * MIB);
    put("fs/cgroup" + POD + "/hugetlb.2MB.rsvd.max", "" + 24 * MIB);
    put("fs/cgroup" + CONTAINER + "/hugetlb.1GB.current", "0");
    put("fs/cgroup" + CONTAINER + "/hugetlb.1GB.events", "max 0");
    Hugetlb pages = container().hugetlb().present().orElseThrow();
    assertEquals(
        List.of(
            new Hugetlb.Pages(
                "1GB",
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                Limit.unlimited(),
                Limit.unlimited(),
                Limit.unlimited()),
            new Hugetlb.Pages(
                "2MB",
                4 * MIB,
                OptionalLong.of(6 * MIB),
                OptionalLong.empty(),
                3,
                Limit.unlimited(),
                new Limit.Limited(8 * MIB),
                new Limit.Limited(24 * MIB))),
        pages.sizes());
    assertEquals(OptionalDouble.empty(), pages.sizes().getFirst().limitRatio());
    assertEquals(OptionalDouble.of(0.5), pages.sizes().getLast().limitRatio());
    put("fs/cgroup" + POD + "/hugetlb.2MB.rsvd.max", "" + 8 * MIB);
    Hugetlb promised = container().hugetlb().present().orElseThrow();
    assertEquals(OptionalDouble.of(0.75), promised.sizes().getLast().limitRatio());
  }

  @Test
  void ofAHierarchyOfTheirOwn() throws IOException {
    String group = "fs/cgroup/hugetlb" + CONTAINER;
    put("fs/cgroup/cpuacct" + CONTAINER + "/cpuacct.usage", "5");
    put(group + "/hugetlb.2MB.usage_in_bytes", "" + 4 * MIB);
    put(group + "/hugetlb.2MB.max_usage_in_bytes", "" + 6 * MIB);
    put(group + "/hugetlb.2MB.limit_in_bytes", "" + 8 * MIB);
    put(group + "/hugetlb.2MB.failcnt", "2");
    put(group + "/hugetlb.2MB.rsvd.usage_in_bytes", "0");
    put(group + "/hugetlb.2MB.rsvd.failcnt", "5");
    put("fs/cgroup/hugetlb" + POD + "/hugetlb.2MB.limit_in_bytes", UNLIMITED_V1);
    assertEquals(
        List.of(
            new Hugetlb.Pages(
                "2MB",
                4 * MIB,
                OptionalLong.of(0),
                OptionalLong.of(6 * MIB),
                7,
                new Limit.Limited(8 * MIB),
                new Limit.Limited(8 * MIB),
                Limit.unlimited())),
        container().hugetlb().present().orElseThrow().sizes());
  }

  @Test
  void aGroupWithoutTheControllerHasNone() throws IOException {
    put("fs/cgroup/cgroup.controllers", "");
    put("fs/cgroup" + CONTAINER + "/cpu.stat", "usage_usec 5\nuser_usec 2\nsystem_usec 3");
    assertInstanceOf(Section.Absent.class, container().hugetlb());
  }

  @Test
  void onANodeWithoutHugePagesNoneAreLookedFor() throws IOException {
    size("hugepages-2048kB", 0, 0);
    size("hugepages-1048576kB", 0, 0);
    put("fs/cgroup/cgroup.controllers", "hugetlb");
    put("fs/cgroup" + CONTAINER + "/cpu.stat", "usage_usec 5\nuser_usec 2\nsystem_usec 3");
    Files.createDirectories(sys.resolve("fs/cgroup" + CONTAINER + "/hugetlb.2MB.current"));
    assertEquals(new Section.Absent<>("this node has no huge pages"), container().hugetlb());
  }

  @Test
  void whatCannotBeReadIsAFailureAndNoZero() throws IOException {
    put("fs/cgroup/cgroup.controllers", "hugetlb");
    put("fs/cgroup" + CONTAINER + "/cpu.stat", "usage_usec 5\nuser_usec 2\nsystem_usec 3");
    put("fs/cgroup" + CONTAINER + "/hugetlb.2MB.current", "lots");
    put("fs/cgroup" + CONTAINER + "/hugetlb.1GB.current", "0");
    put("fs/cgroup" + CONTAINER + "/hugetlb.1GB.events", "max");
    Section<CgroupTree> tree = tree();
    assertInstanceOf(
        Section.Failed.class, tree.present().orElseThrow().containers().getFirst().hugetlb());
    assertEquals(
        "hugetlb.1GB.events",
        tree.failures().stream()
            .map(failure -> Path.of(failure.path()).getFileName().toString())
            .collect(Collectors.joining()));
  }

  @ParameterizedTest
  @CsvSource({
    "hugepages-64kB, 64KB",
    "hugepages-2048kB, 2MB",
    "hugepages-1048576kB, 1GB",
    "hugepages-16777216kB, 16GB",
    "hugepages-kB,",
    "hugepages-2MB,",
    "hugepages-1x24kB,",
    "hugepages-99999999999999999999kB,",
    "other,"
  })
  void sizesAreNamedAsTheKernelDoes(String directory, String name) {
    assertEquals(Optional.ofNullable(name), HugePageSizes.name(directory));
  }

  private Cgroup<?> container() {
    return tree().present().orElseThrow().containers().getFirst();
  }

  private Section<CgroupTree> tree() {
    Roots roots = new Roots(sys + "/none", sys.toString(), sys + "/none");
    try (CgroupReader reader =
        new CgroupReader(new KernelReader(), roots, Clock.systemUTC(), CgroupPace.usual())) {
      return reader.read();
    }
  }

  private void put(String file, String text) throws IOException {
    Path path = sys.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text + '\n');
  }
}
