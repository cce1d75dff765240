#pragma once
#include <stdint.h>
/* Eight numbers side by side: a register of most processors, two or four of others. */
typedef float Lanes __attribute__((vector_size(32)));
typedef int32_t LaneBits __attribute__((vector_size(32)));

#define INTERLEAVE(a, b, from) \
  __builtin_shufflevector(a, b, from, from + 8, from + 1, from + 9, from + 4, from + 12, from + 5, from + 13)

/* Rows become columns. */
INLINE void transpose(Lanes *rows) {
  Lanes pairs[8], fours[8];
  for (int row = 0; row < 8; row += 2) {
    pairs[row] = INTERLEAVE(rows[row], rows[row + 1], 0);
    pairs[row + 1] = INTERLEAVE(rows[row], rows[row + 1], 2);
  }
  for (int row = 0; row < 8; row += 4)
    for (int each = 0; each < 2; each++) {
      const Lanes a = pairs[row + each], b = pairs[row + each + 2];
      fours[row + 2 * each] = __builtin_shufflevector(a, b, 0, 1, 8, 9, 4, 5, 12, 13);
      fours[row + 2 * each + 1] = __builtin_shufflevector(a, b, 2, 3, 10, 11, 6, 7, 14, 15);
    }
  for (int row = 0; row < 4; row++) {
    const Lanes a = fours[row], b = fours[row + 4];
    rows[row] = __builtin_shufflevector(a, b, 0, 1, 2, 3, 8, 9, 10, 11);
    rows[row + 4] = __builtin_shufflevector(a, b, 4, 5, 6, 7, 12, 13, 14, 15);
  }
}
