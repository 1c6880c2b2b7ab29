package dev.plimsoll.collectors.textfile;

/// A label of a series. Its name is a valid one; its value is whatever somebody wrote.
public record TextLabel(String name, String value) {}
