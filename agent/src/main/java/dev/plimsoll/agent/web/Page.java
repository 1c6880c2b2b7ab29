package dev.plimsoll.agent.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// Makes what is served at one path. Reads only memory; called by many threads at once.
@FunctionalInterface
interface Page {
  Answer answer(HttpExchange request) throws IOException;
}
