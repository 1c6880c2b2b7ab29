package dev.plimsoll.agent.pod;

/// What is asked for and what is allowed at most.
public record Resources(Amounts requests, Amounts limits) {
  public static final Resources NONE = new Resources(Amounts.NONE, Amounts.NONE);
}
