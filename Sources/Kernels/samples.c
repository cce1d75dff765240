#include "samples.h"
#include "clones.h"
#include "lanes.h"
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

/* Eight rows of eight channels. */
INLINE void split_square(const float *rows, ptrdiff_t channels, float *planes, ptrdiff_t stride) {
  Lanes square[8];
  for (int row = 0; row < 8; row++) memcpy(&square[row], rows + row * channels, sizeof(Lanes));
  transpose(square);
  for (int channel = 0; channel < 8; channel++) memcpy(planes + channel * stride, &square[channel], sizeof(Lanes));
}

CLONES void kernel_split_rows(
  const float *restrict rows, ptrdiff_t count, ptrdiff_t channels, float *restrict planes, ptrdiff_t stride) {
  const ptrdiff_t squares = channels - channels % 8;
  for (ptrdiff_t row = 0; row < count; row += 8) {
    const ptrdiff_t end = count - row < 8 ? count - row : 8;
    const float *from = rows + row * channels;
    float *to = planes + row;
    ptrdiff_t channel = 0;
    if (end == 8)
      for (; channel < squares; channel += 8)
        split_square(from + channel, channels, to + channel * stride, stride);
    for (; channel < channels; channel++)
      for (ptrdiff_t index = 0; index < end; index++)
        to[channel * stride + index] = from[index * channels + channel];
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

INLINE uint32_t size_of(float value) { return bits_of(value) & 0x7FFFFFFF; }

CLONES ptrdiff_t kernel_gather_finite(const float *restrict values, ptrdiff_t count, float *restrict dense) {
  enum { few = 32 };
  const uint32_t infinite = 0x7F800000;
  ptrdiff_t kept = 0, index = 0;
  for (; index + few <= count; index += few) {
    uint32_t all = 1;
    for (int each = 0; each < few; each++) {
      dense[kept + each] = values[index + each];
      all &= size_of(values[index + each]) < infinite;
    }
    if (all) {
      kept += few;
      continue;
    }
    for (int each = 0; each < few; each++) {
      dense[kept] = values[index + each];
      kept += size_of(values[index + each]) < infinite;
    }
  }
  for (; index < count; index++)
    if (size_of(values[index]) < infinite) dense[kept++] = values[index];
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

typedef uint32_t Bits16 __attribute__((ext_vector_type(16)));
typedef uint16_t Flags16 __attribute__((ext_vector_type(16)));
typedef _Bool Mask16 __attribute__((ext_vector_type(16)));

INLINE int any(const Bits16 *hit) {
  const Mask16 mask = __builtin_convertvector(*hit, Mask16);
  uint16_t bits;
  memcpy(&bits, &mask, sizeof bits);
  return bits != 0;
}

/* Sixteen values, of which few are of interest mostly; returns how many were. */
INLINE ptrdiff_t gather_lower(
  const float *values, const uint16_t *flags, const uint32_t *uppers, uint32_t *found) {
  Bits16 bits;
  memcpy(&bits, values, sizeof bits);
  const Bits16 upper = bits >> 16;
  const Bits16 first = (Bits16)(upper == uppers[0]), second = (Bits16)(upper == uppers[1]),
               third = (Bits16)(upper == uppers[2]);
  Bits16 hit = first | second | third;
  if (!any(&hit)) return 0;
  if (flags) {
    Flags16 given;
    memcpy(&given, flags, sizeof given);
    const Flags16 kept = (given & kernel_flag_filled) | (Flags16)((given & kernel_flags_rejecting) == 0);
    hit &= (Bits16)(__builtin_convertvector(kept, Bits16) != 0);
  }
  const Bits16 which = (second & ~first & 1 << 16) | (third & ~second & ~first & 2 << 16);
  const Bits16 lower = which | (bits & 0xFFFF);
  ptrdiff_t count = 0;
  for (int each = 0; each < 16; each++) {
    found[count] = lower[each];
    count += hit[each] & 1;
  }
  return count;
}

CLONES ptrdiff_t kernel_gather_lower(
  const float *restrict values, const uint16_t *restrict flags, ptrdiff_t count, const uint32_t uppers[3],
  uint32_t *restrict found) {
  ptrdiff_t index = 0, kept = 0;
  if (flags)
    for (; index + 16 <= count; index += 16)
      kept += gather_lower(values + index, flags + index, uppers, found + kept);
  else
    for (; index + 16 <= count; index += 16) kept += gather_lower(values + index, 0, uppers, found + kept);
  if (index == count) return kept;
  float rest[16];
  uint16_t rest_flags[16];
  for (int each = 0; each < 16; each++) {
    const int is_there = index + each < count;
    rest[each] = is_there ? values[index + each] : 0;
    rest_flags[each] = !is_there ? kernel_flag_missing : flags ? flags[index + each] : 0;
  }
  return kept + gather_lower(rest, rest_flags, uppers, found + kept);
}

void kernel_count(const uint32_t *restrict places, ptrdiff_t count, uint32_t *restrict counters) {
  for (ptrdiff_t index = 0; index < count; index++) counters[places[index]]++;
}

CLONES void kernel_flag_outside(
  const float *restrict values, uint16_t *restrict flags, ptrdiff_t count, kernel_fence first,
  kernel_fence second, int both) {
  const uint16_t all = first.bit | second.bit;
  enum { few = 64 };
  ptrdiff_t index = 0;
  while (index < count) {
    const ptrdiff_t end = count - index < few ? count : index + few;
    /* Most stretches are inside of both fences. */
    int crossed = 0;
    for (ptrdiff_t each = index; each < end; each++)
      crossed |= (values[each] < first.low) | (values[each] > first.high) | (values[each] < second.low)
                 | (values[each] > second.high);
    for (; crossed && index < end; index++) {
      const float value = values[index];
      const uint16_t one = value < first.low || value > first.high ? first.bit : 0;
      const uint16_t two = value < second.low || value > second.high ? second.bit : 0;
      const uint16_t either = one | two;
      const uint16_t raised = both ? (either == all ? all : 0) : either;
      if (usable(flags[index])) flags[index] |= raised;
    }
    index = end;
  }
}

/* In the order of the samples, whatever the processor: a sum must not depend on where a chunk begins. */
INLINE void mean_of_all(const float *values, ptrdiff_t count, ptrdiff_t width, float *means) {
#pragma clang fp contract(off) reassociate(off)
  const double share = 1 / (double)width;
  enum { few = 16 };
  ptrdiff_t index = 0;
  for (; index + few <= count; index += few) {
    double sums[few];
    for (int each = 0; each < few; each++) sums[each] = values[index + each];
    for (ptrdiff_t reach = 1; reach < width; reach++)
      for (int each = 0; each < few; each++) sums[each] += values[index + each + reach];
    for (int each = 0; each < few; each++) means[index + each] = (float)(sums[each] * share);
  }
  for (; index < count; index++) {
    double sum = values[index];
    for (ptrdiff_t reach = 1; reach < width; reach++) sum += values[index + reach];
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

CLONES void kernel_scale(float *values, ptrdiff_t count, float origin, float spread) {
  const float largest = 3.402823466e38f;
  for (ptrdiff_t index = 0; index < count; index++) {
    const float scaled = (values[index] - origin) / spread;
    const float above = scaled > -largest ? scaled : -largest;
    values[index] = above < largest ? above : largest;
  }
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
