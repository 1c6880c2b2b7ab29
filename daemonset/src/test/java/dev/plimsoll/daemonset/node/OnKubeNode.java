package dev.plimsoll.daemonset.node;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one cluster, which begins with the first of them and ends with the last.
final class OnKubeNode implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(OnKubeNode.class);

  /// Here and not where it is a parameter, since only here a missing program skips the tests.
  @Override
  public void beforeAll(ExtensionContext context) {
    cluster(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cluster(context);
  }

  /// What failed once is not tried again for every test.
  private record Start(Optional<Cluster> cluster, Optional<Throwable> failure)
      implements AutoCloseable {

    static Start now() {
      try {
        return new Start(Optional.of(Cluster.start()), Optional.empty());
      } catch (IOException | RuntimeException | Error failed) {
        return new Start(Optional.empty(), Optional.of(failed));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Start(Optional.empty(), Optional.of(interrupted));
      }
    }

    Cluster get() {
      if (failure.orElse(null) instanceof RuntimeException skipped) throw skipped;
      return cluster.orElseThrow(() -> new AssertionError("no cluster", failure.orElseThrow()));
    }

    @Override
    public void close() {
      cluster.ifPresent(Cluster::close);
    }
  }

  /// The store closes it.
  private static Cluster cluster(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return store.computeIfAbsent(Start.class, _ -> Start.now(), Start.class).get();
  }
}
