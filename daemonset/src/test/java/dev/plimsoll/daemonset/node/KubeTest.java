package dev.plimsoll.daemonset.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Tests on the one cluster, beside others that leave it as it is: most of their time they wait.
@ExtendWith(OnKubeNode.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = KubeTest.NODE, mode = ResourceAccessMode.READ)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface KubeTest {
  String NODE = "kube-node";
}
