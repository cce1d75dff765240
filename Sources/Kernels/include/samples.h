#pragma once
#include <stddef.h>
#include <stdint.h>
/* Loops over many samples of one channel. Flags are those of SampleFlags, bit for bit. A sample is usable where no
   rejecting flag is set, or where it was filled in. */
enum {
  kernel_flag_not_finite = 1 << 0,
  kernel_flag_missing = 1 << 14,
  kernel_flag_filled = 1 << 15,
  kernel_flags_rejecting = 0x3FF | 1 << 11 | kernel_flag_missing,
};

/* rows[row][channel] to planes[channel * stride + row]. */
void kernel_split_rows(const float *rows, ptrdiff_t count, ptrdiff_t channels, float *planes, ptrdiff_t stride);

/* Makes every value finite: NaN becomes 0 and missing, an infinite value 0, missing and not finite.
   Writes all the flags. */
void kernel_settle(float *values, uint16_t *flags, ptrdiff_t count);

/* The first index from `from` whose sample is not usable; `count` where all are. */
ptrdiff_t kernel_next_unusable(const uint16_t *flags, ptrdiff_t from, ptrdiff_t count);

/* The usable values one behind the other; returns how many. `dense` has room for `count`. */
ptrdiff_t kernel_gather_usable(const float *values, const uint16_t *flags, ptrdiff_t count, float *dense);

/* The finite values one behind the other; returns how many. `dense` has room for `count`. */
ptrdiff_t kernel_gather_finite(const float *values, ptrdiff_t count, float *dense);

/* Mean and sum of squared deviations from it, in two sweeps and in double. count > 0. */
void kernel_moments(const float *values, ptrdiff_t count, double *mean, double *deviations);

/* counters[upper 16 bits of the value] += 1. */
void kernel_count_upper(const float *values, ptrdiff_t count, uint32_t *counters);

/* Of each usable value whose upper 16 bits are uppers[i], of the first such i: i << 16 | its lower 16 bits. Returns how
   many; `found` has room for count + 16. Without flags every value is looked at. */
ptrdiff_t kernel_gather_lower(
  const float *values, const uint16_t *flags, ptrdiff_t count, const uint32_t uppers[3], uint32_t *found);

/* counters[place] += 1 for each place. */
void kernel_count(const uint32_t *places, ptrdiff_t count, uint32_t *counters);

/* Which counter holds the thing of this rank, counted from the first counter or from the last; `rank` becomes its rank
   among those in that counter. `count`, a multiple of 256, where there are fewer things. */
ptrdiff_t kernel_locate(const uint32_t *counters, ptrdiff_t count, int descending, uint64_t *rank);

/* A fence: what is below `low` or above `high` gets `bit`. */
typedef struct {
  float low, high;
  uint16_t bit;
} kernel_fence;

/* Sets both fences' bits on usable samples: each where its own fence is crossed, or both where both are. */
void kernel_flag_outside(
  const float *values, uint16_t *flags, ptrdiff_t count, kernel_fence first, kernel_fence second, int both);

/* means[i] = mean of the usable values[i ..< i + width], summed in double from left to right; where the one in the middle
   is not usable, its value. Reads count + width - 1 samples. */
void kernel_sliding_mean(
  const float *values, const uint16_t *flags, ptrdiff_t count, ptrdiff_t width, float *means);

/* values[i] = (values[i] - origin) / spread, held within the largest floats. */
void kernel_scale(float *values, ptrdiff_t count, float origin, float spread);

/* sqrt(mean of squares) of `windows` windows of `length` samples, one every `hop`. */
void kernel_window_rms(const float *values, ptrdiff_t windows, ptrdiff_t length, ptrdiff_t hop, float *rms);
