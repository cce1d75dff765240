#include "samples.h"
#include "clones.h"
#include <string.h>
#pragma clang fp contract(fast) reassociate(on)

INLINE int usable(uint16_t flags) {
  return !(flags & kernel_flags_rejecting) || (flags & kernel_flag_filled);
}

INLINE uint32_t bits_of(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

CLONES void kernel_split_rows(
  const float *rows, ptrdiff_t count, ptrdiff_t channels, float *planes, ptrdiff_t stride) {
  /* A few rows at a time stay in the first cache while each of their channels is picked. */
  enum { few = 64 };
  for (ptrdiff_t row = 0; row < count; row += few) {
    const ptrdiff_t end = count - row < few ? count - row : few;
    for (ptrdiff_t channel = 0; channel < channels; channel++) {
      const float *from = rows + row * channels + channel;
      float *to = planes + channel * stride + row;
      for (ptrdiff_t index = 0; index < end; index++) to[index] = from[index * channels];
    }
  }
}

CLONES void kernel_settle(float *restrict values, uint16_t *restrict flags, ptrdiff_t count) {
  const uint32_t infinite = 0x7F800000, magnitude = 0x7FFFFFFF;
  for (ptrdiff_t index = 0; index < count; index++) {
    uint32_t bits;
    memcpy(&bits, values + index, sizeof bits);
    const uint32_t size = bits & magnitude;
    const uint32_t kept = size < infinite ? bits : 0;
    memcpy(values + index, &kept, sizeof kept);
    const uint32_t missing = size >= infinite ? kernel_flag_missing : 0;
    const uint32_t infinity = size == infinite ? kernel_flag_not_finite : 0;
    flags[index] = (uint16_t)(missing | infinity);
  }
}

CLONES ptrdiff_t kernel_next_unusable(const uint16_t *flags, ptrdiff_t from, ptrdiff_t count) {
  enum { few = 64 };
  ptrdiff_t index = from;
  for (; index + few <= count; index += few) {
    uint16_t found = 0;
    for (int each = 0; each < few; each++) {
      const uint16_t flag = flags[index + each];
      found |= (uint16_t)((flag & kernel_flag_filled) ? 0 : flag & kernel_flags_rejecting);
    }
    if (found) break;
  }
  while (index < count && usable(flags[index])) index++;
  return index;
}

ptrdiff_t kernel_gather_usable(
  const float *restrict values, const uint16_t *restrict flags, ptrdiff_t count, float *restrict dense) {
  ptrdiff_t kept = 0;
  for (ptrdiff_t start = 0; start < count;) {
    if (!usable(flags[start])) {
      start++;
      continue;
    }
    const ptrdiff_t end = kernel_next_unusable(flags, start, count);
    memcpy(dense + kept, values + start, (size_t)(end - start) * sizeof(float));
    kept += end - start;
    start = end;
  }
  return kept;
}

CLONES void kernel_moments(
  const float *restrict values, ptrdiff_t count, double *restrict mean, double *restrict deviations) {
  double sum = 0;
  for (ptrdiff_t index = 0; index < count; index++) sum += values[index];
  const double centre = sum / (double)count;
  double squares = 0;
  for (ptrdiff_t index = 0; index < count; index++) {
    const double deviation = values[index] - centre;
    squares += deviation * deviation;
  }
  *mean = centre;
  *deviations = squares;
}

void kernel_count_upper(const float *restrict values, ptrdiff_t count, uint32_t *restrict counters) {
  for (ptrdiff_t index = 0; index < count; index++) counters[bits_of(values[index]) >> 16]++;
}

CLONES void kernel_count_lower(
  const float *restrict values, ptrdiff_t count, uint16_t upper, uint32_t *restrict counters) {
  /* Most values are elsewhere: a look at sixteen at once passes them by. */
  enum { few = 16 };
  ptrdiff_t index = 0;
  for (; index + few <= count; index += few) {
    uint32_t hits = 0;
    for (int each = 0; each < few; each++) hits |= (bits_of(values[index + each]) >> 16) == upper;
    if (!hits) continue;
    for (int each = 0; each < few; each++) {
      const uint32_t bits = bits_of(values[index + each]);
      if (bits >> 16 == upper) counters[bits & 0xFFFF]++;
    }
  }
  for (; index < count; index++) {
    const uint32_t bits = bits_of(values[index]);
    if (bits >> 16 == upper) counters[bits & 0xFFFF]++;
  }
}

CLONES void kernel_flag_outside(
  const float *restrict values, uint16_t *restrict flags, ptrdiff_t count, kernel_fence first,
  kernel_fence second, int both) {
  const uint16_t all = first.bit | second.bit;
  for (ptrdiff_t index = 0; index < count; index++) {
    const float value = values[index];
    const uint16_t flag = flags[index];
    const uint16_t one = value < first.low || value > first.high ? first.bit : 0;
    const uint16_t two = value < second.low || value > second.high ? second.bit : 0;
    const uint16_t either = one | two;
    const uint16_t raised = both ? (either == all ? all : 0) : either;
    flags[index] = flag | (usable(flag) ? raised : 0);
  }
}

/* In the order of the samples, whatever the processor: a sum must not depend on where a chunk begins. */
INLINE void mean_of_all(const float *values, ptrdiff_t count, ptrdiff_t width, float *means) {
#pragma clang fp contract(off) reassociate(off)
  const double share = 1 / (double)width;
  enum { few = 16 };
  ptrdiff_t index = 0;
  for (; index + few <= count; index += few) {
    double sums[few] = {0};
    for (ptrdiff_t reach = 0; reach < width; reach++)
      for (int each = 0; each < few; each++) sums[each] += values[index + each + reach];
    for (int each = 0; each < few; each++) means[index + each] = (float)(sums[each] * share);
  }
  for (; index < count; index++) {
    double sum = 0;
    for (ptrdiff_t reach = 0; reach < width; reach++) sum += values[index + reach];
    means[index] = (float)(sum * share);
  }
}

INLINE float mean_of_usable(const float *values, const uint16_t *flags, ptrdiff_t width) {
#pragma clang fp contract(off) reassociate(off)
  double sum = 0;
  ptrdiff_t found = 0;
  for (ptrdiff_t reach = 0; reach < width; reach++) {
    if (!usable(flags[reach])) continue;
    sum += values[reach];
    found++;
  }
  return (float)(sum * (1 / (double)found));
}

CLONES void kernel_sliding_mean(
  const float *restrict values, const uint16_t *restrict flags, ptrdiff_t count, ptrdiff_t width,
  float *restrict means) {
  const ptrdiff_t half = width / 2, end = count + width - 1;
  for (ptrdiff_t index = 0; index < count;) {
    const ptrdiff_t unusable = kernel_next_unusable(flags, index, end);
    const ptrdiff_t clear = unusable == end ? count : unusable - width + 1;
    if (clear > index) {
      if (width == 5) mean_of_all(values + index, clear - index, 5, means + index);
      else mean_of_all(values + index, clear - index, width, means + index);
      index = clear;
    }
    for (; index < count && index <= unusable; index++)
      means[index] = usable(flags[index + half]) ? mean_of_usable(values + index, flags + index, width)
                                                 : values[index + half];
  }
}

ptrdiff_t kernel_locate(const uint32_t *counters, ptrdiff_t count, int descending, uint64_t *rank) {
  enum { few = 256 };
  for (ptrdiff_t start = 0; start < count; start += few) {
    const uint32_t *from = counters + (descending ? count - start - few : start);
    uint64_t sum = 0;
    for (int each = 0; each < few; each++) sum += from[each];
    if (sum <= *rank) {
      *rank -= sum;
      continue;
    }
    ptrdiff_t place = 0;
    for (; from[descending ? few - 1 - place : place] <= *rank; place++)
      *rank -= from[descending ? few - 1 - place : place];
    return from - counters + (descending ? few - 1 - place : place);
  }
  return count;
}

CLONES void kernel_range(const float *values, ptrdiff_t count, float *least, float *greatest) {
  enum { few = 32 };
  float low = values[0], high = values[0];
  ptrdiff_t index = 0;
  if (count >= few) {
    float lows[few], highs[few];
    for (int each = 0; each < few; each++) lows[each] = highs[each] = low;
    for (; index + few <= count; index += few)
      for (int each = 0; each < few; each++) {
        const float value = values[index + each];
        lows[each] = value < lows[each] ? value : lows[each];
        highs[each] = value > highs[each] ? value : highs[each];
      }
    for (int each = 0; each < few; each++) {
      low = lows[each] < low ? lows[each] : low;
      high = highs[each] > high ? highs[each] : high;
    }
  }
  for (; index < count; index++) {
    low = values[index] < low ? values[index] : low;
    high = values[index] > high ? values[index] : high;
  }
  *least = low;
  *greatest = high;
}

CLONES void kernel_scale(const float *values, ptrdiff_t count, float low, float factor, float *scaled) {
  for (ptrdiff_t index = 0; index < count; index++) scaled[index] = (values[index] - low) * factor;
}

CLONES void kernel_window_rms(
  const float *restrict values, ptrdiff_t windows, ptrdiff_t length, ptrdiff_t hop, float *restrict rms) {
  for (ptrdiff_t window = 0; window < windows; window++) {
    const float *from = values + window * hop;
    float sum = 0;
    for (ptrdiff_t index = 0; index < length; index++) sum += from[index] * from[index];
    double mean = sum / (float)length;
    /* Squares that a float does not hold. */
    if (!(mean > 1e-28 && mean < 1e34)) {
      double exact = 0;
      for (ptrdiff_t index = 0; index < length; index++) exact += (double)from[index] * (double)from[index];
      mean = exact / (double)length;
    }
    rms[window] = (float)__builtin_elementwise_sqrt(mean);
  }
}
