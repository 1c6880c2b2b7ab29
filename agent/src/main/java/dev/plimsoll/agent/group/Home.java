package dev.plimsoll.agent.group;

import dev.plimsoll.collectors.cgroup.CgroupOwner;

/// A path of a control group, and the place that its processes are in.
final class Home {
  final String path;
  final CgroupOwner owner;
  Place place;
  long lastPass;

  Home(String path, CgroupOwner owner, Place place) {
    this.path = path;
    this.owner = owner;
    this.place = place;
  }
}
