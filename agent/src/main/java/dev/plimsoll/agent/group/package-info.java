/// Processes by groups: how a group is called, and what its members did, added up.
@NullMarked
package dev.plimsoll.agent.group;

import org.jspecify.annotations.NullMarked;
