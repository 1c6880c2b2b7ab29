package dev.plimsoll.agent.self;

/// Something that the agent needs and somebody has to give it.
///
/// @param name a verb and a resource, `get nodes/pods`; a capability, `CAP_SYS_PTRACE`; or a path
///   of the host
/// @param isGranted whether it has it
/// @param buys what is lost without it
public record Permission(String name, boolean isGranted, String buys) {}
