#pragma once
#include <stddef.h>
#include <stdint.h>
/* Fourier transforms of eight real windows at once, one in each lane of a vector. */
enum { kernel_lanes = 8 };

/* What a length needs, computed once. An even length is transformed as `size` = length / 2 complex numbers, an odd one as
   `size` = length. */
typedef struct {
  int32_t length, size;
  /* Factors of `size`, each 2, 3, 4 or 5, in the order they are applied. */
  int32_t factor_count;
  const int32_t *factors;
  /* exp(-2 pi i k / size), k < size, cosine and sine by turns. */
  const float *roots;
  /* exp(-2 pi i k / length), k <= size / 2; of an even length only. */
  const float *halves;
  /* Where frequency k stands when the factors have been applied. */
  const int32_t *places;
} kernel_fourier;

/* Power spectra of up to eight windows: |sum over n of w[n] (x[n] - mean) exp(-2 pi i k n / length)|^2 for
   k = 0 ... length / 2, as power[k * 8 + window]. Window j begins at samples[j * hop]; `weights` may be null.
   `work` has room for 16 * size floats; both it and `power` are aligned to 32 bytes. */
void kernel_power_spectra(
  const kernel_fourier *plan, const float *samples, ptrdiff_t hop, ptrdiff_t windows, const float *weights,
  float *work, float *power);

/* The bin from `first` to `last` with the most power, the first of equals, and that power, for each of eight windows. */
void kernel_spectral_peaks(
  const float *power, ptrdiff_t first, ptrdiff_t last, int32_t *bins, float *powers);
