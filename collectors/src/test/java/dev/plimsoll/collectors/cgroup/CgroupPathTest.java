package dev.plimsoll.collectors.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CgroupPathTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "/fixtures/cgroup-paths.txt", delimiter = '|', maxCharsPerColumn = 999)
  void tellsWhoseAGroupIs(String where, String path, String expected) {
    assertEquals(expected, words(CgroupPath.owner(path)), where);
  }

  private static String words(CgroupOwner owner) {
    return switch (owner) {
      case CgroupOwner.Container(String uid, String id, var runtime, var qos) ->
          "container " + uid + ' ' + brief(id) + ' ' + runtime + ' ' + qos;
      case CgroupOwner.LoneContainer(String id, var runtime) -> "lone " + brief(id) + ' ' + runtime;
      case CgroupOwner.Monitor(CgroupOwner watched) -> "monitor of " + words(watched);
      case CgroupOwner.Pod(String uid, var qos) -> "pod " + uid + ' ' + qos;
      case CgroupOwner.Unit(String name) -> "unit " + name;
      case CgroupOwner.Other(String path) -> "other " + path;
    };
  }

  private static String brief(String id) {
    return id.length() == 64 ? id.substring(0, 12) : id;
  }
}
