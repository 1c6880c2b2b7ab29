/// Who may read what is served, and over which connection.
@NullMarked
package dev.plimsoll.agent.access;

import org.jspecify.annotations.NullMarked;
