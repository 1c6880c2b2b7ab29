/// Pods as the cluster tells of them: small records that keep only what is used, read from JSON
/// piece by piece, and where they are got from.
@NullMarked
package dev.plimsoll.agent.pod;

import org.jspecify.annotations.NullMarked;
