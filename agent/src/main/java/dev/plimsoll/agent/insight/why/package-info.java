/// What is wrong with a pod, and how one knows: pure functions of what was read and told.
@NullMarked
package dev.plimsoll.agent.insight.why;

import org.jspecify.annotations.NullMarked;
