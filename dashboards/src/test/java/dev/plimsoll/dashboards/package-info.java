/// Checks that dashboards, rules and runbooks fit each other and the catalogue.
@NullMarked
package dev.plimsoll.dashboards;

import org.jspecify.annotations.NullMarked;
