/// What can be set, and how it was set: by flag, by environment or in a file.
@NullMarked
package dev.plimsoll.agent.settings;

import org.jspecify.annotations.NullMarked;
