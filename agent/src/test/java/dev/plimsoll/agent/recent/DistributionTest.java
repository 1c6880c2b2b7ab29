package dev.plimsoll.agent.recent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private final Distribution cores = Distribution.ofCores();

  @Test
  void aPowerOfTwoEndsItsBucket() {
    cores.add(1);
    cores.add(Math.nextUp(1.0));
    cores.add(2);
    assertArrayEquals(new int[] {0, 1, 4}, cores.buckets());
    assertEquals(1, cores.countUpTo(0));
    assertEquals(3, cores.countUpTo(1));
  }

  @Test
  void bucketsAreThoseOfANativeHistogram() {
    Random random = new Random(42);
    for (int round = 0; round < 1_000; round++) {
      double value = Math.pow(2, random.nextDouble(-9, 9));
      Distribution one = Distribution.ofCores();
      one.add(value);
      int bucket = one.buckets()[0];
      assertTrue(value <= Math.pow(2, bucket / 4.0), () -> value + " in " + bucket);
      assertTrue(value > Math.pow(2, (bucket - 1) / 4.0), () -> value + " in " + bucket);
    }
  }

  @Test
  void whatIsTooSmallOrTooLargeForABucketIsCountedStill() {
    for (double value : new double[] {0, 1e-9, Double.MIN_VALUE, cores.fewUpTo(), 1e6}) {
      cores.add(value);
    }
    assertEquals(4, cores.few());
    assertEquals(5, cores.count());
    assertArrayEquals(new int[] {40}, cores.buckets());
    assertEquals(1e6, cores.sum(), 1);
    assertEquals(4, cores.countUpTo(5));
  }

  @Test
  void aCopyStandsStill() {
    cores.add(3);
    Distribution before = cores.copy();
    cores.add(3);
    assertEquals(1, before.count());
    assertEquals(2, cores.count(cores.buckets()[0]));
  }
}
