/// The resources of the JSON API.
@NullMarked
package dev.plimsoll.agent.web.api;

import org.jspecify.annotations.NullMarked;
