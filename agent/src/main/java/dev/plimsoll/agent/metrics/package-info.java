/// What is told of a node as numbers: the catalogue of families, and who fills them.
@NullMarked
package dev.plimsoll.agent.metrics;

import org.jspecify.annotations.NullMarked;
