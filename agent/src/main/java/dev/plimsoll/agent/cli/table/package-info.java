/// Tables for people and for programs: the same columns as aligned text and as JSON.
@NullMarked
package dev.plimsoll.agent.cli.table;

import org.jspecify.annotations.NullMarked;
