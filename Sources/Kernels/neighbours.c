#include "neighbours.h"
#pragma clang fp contract(off) reassociate(off)
#if defined(__has_feature) && __has_feature(thread_sanitizer)
#define CLONES /* the resolver runs before the sanitizer: crash */
#elif defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))
enum { LANES = KERNEL_NEIGHBOUR_LANES, STRETCH = 9 };

INLINE int any_within(const double *sums, double bound) {
  int any = 0;
  for (int lane = 0; lane < LANES; lane++) any |= sums[lane] <= bound;
  return any;
}

CLONES size_t kernel_rows_within(const double *blocks, size_t block_count, size_t columns, const double *values,
                                 const uint32_t *columns_of, size_t present, double bound, uint32_t *found,
                                 double *sums) {
  size_t count = 0;
  for (size_t block = 0; block < block_count; block++) {
    const double *rows = blocks + block * columns * LANES;
    double sum[LANES] = {0};
    size_t place = 0;
    /* Sums only grow: a block is left as soon as all of its rows are too far. */
    do {
      size_t end = place + STRETCH < present ? place + STRETCH : present;
      for (; place < end; place++) {
        const double *column = rows + (size_t)columns_of[place] * LANES;
        double value = values[place];
        for (int lane = 0; lane < LANES; lane++) {
          double difference = column[lane] - value;
          double square = difference * difference;
          sum[lane] += square > 0 ? square : 0; /* NaN is not above 0 */
        }
      }
    } while (any_within(sum, bound) && place < present);
    if (place < present) continue;
    for (int lane = 0; lane < LANES; lane++) {
      if (sum[lane] <= bound) {
        found[count] = (uint32_t)(block * LANES + lane);
        sums[count++] = sum[lane];
      }
    }
  }
  return count;
}
