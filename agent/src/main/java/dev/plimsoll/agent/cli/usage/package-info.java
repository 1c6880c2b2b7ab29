/// What trees of files take, for `du`.
@NullMarked
package dev.plimsoll.agent.cli.usage;

import org.jspecify.annotations.NullMarked;
