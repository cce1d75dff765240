#pragma once
#include <stddef.h>
#include <stdint.h>
/* Rows of a table for the search of nearest neighbours, KERNEL_NEIGHBOUR_LANES rows to a block, each block column by
   column: value [(block * columns + column) * lanes + lane]. NaN is a value that is missing; rows beyond the last are
   all NaN. */
enum { KERNEL_NEIGHBOUR_LANES = 32 };

/* The rows of `blocks` whose sum of squared differences from `values` is at most `bound`.

   `values` holds the `present` numbers of one row, `columns_of` the column of each, ascending. A missing number adds
   nothing; what a row lacks wholly is 0. `found` and `sums` have room for lanes * block_count; `found` counts from the
   first row of `blocks`, ascending. Returns how many there are.

   Every sum is added up column by column, ascending, without contraction: the same bits on every processor. */
size_t kernel_rows_within(const double *blocks, size_t block_count, size_t columns, const double *values,
                          const uint32_t *columns_of, size_t present, double bound, uint32_t *found, double *sums);
