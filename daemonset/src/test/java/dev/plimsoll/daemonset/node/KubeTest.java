package dev.plimsoll.daemonset.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests on the one cluster, which they leave as it is.
@ExtendWith(OnKubeNode.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface KubeTest {}
