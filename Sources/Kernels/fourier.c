#include "fourier.h"
#include "clones.h"
#include "lanes.h"
#include <string.h>
#pragma clang fp contract(fast)

/* Each lane is a window. */
typedef struct {
  Lanes re, im;
} Complex;

INLINE Complex add(Complex a, Complex b) { return (Complex){a.re + b.re, a.im + b.im}; }
INLINE Complex subtract(Complex a, Complex b) { return (Complex){a.re - b.re, a.im - b.im}; }
INLINE Complex scale(Complex a, float by) { return (Complex){a.re * by, a.im * by}; }
/* a - i b and a + i b. */
INLINE Complex subtract_turned(Complex a, Complex b) { return (Complex){a.re + b.im, a.im - b.re}; }
INLINE Complex add_turned(Complex a, Complex b) { return (Complex){a.re - b.im, a.im + b.re}; }
INLINE Complex turn(Complex a, float cosine, float sine) {
  return (Complex){a.re * cosine - a.im * sine, a.re * sine + a.im * cosine};
}

/* Discrete transforms of 2, 3, 4 and 5 numbers, in place: y[q] = sum over p of x[p] exp(-2 pi i p q / n). */
INLINE void transform2(Complex *x) {
  const Complex a = x[0], b = x[1];
  x[0] = add(a, b);
  x[1] = subtract(a, b);
}

INLINE void transform3(Complex *x) {
  const float sine = 0.866025403784438647f;
  const Complex sum = add(x[1], x[2]), difference = scale(subtract(x[1], x[2]), sine);
  const Complex middle = subtract(x[0], scale(sum, 0.5f));
  x[0] = add(x[0], sum);
  x[1] = subtract_turned(middle, difference);
  x[2] = add_turned(middle, difference);
}

INLINE void transform4(Complex *x) {
  const Complex a = add(x[0], x[2]), b = subtract(x[0], x[2]);
  const Complex c = add(x[1], x[3]), d = subtract(x[1], x[3]);
  x[0] = add(a, c);
  x[1] = subtract_turned(b, d);
  x[2] = subtract(a, c);
  x[3] = add_turned(b, d);
}

INLINE void transform5(Complex *x) {
  const float cos1 = 0.309016994374947424f, cos2 = -0.809016994374947424f;
  const float sin1 = 0.951056516295153572f, sin2 = 0.587785252292473129f;
  const Complex a = add(x[1], x[4]), b = subtract(x[1], x[4]);
  const Complex c = add(x[2], x[3]), d = subtract(x[2], x[3]);
  const Complex near = add(x[0], add(scale(a, cos1), scale(c, cos2)));
  const Complex far = add(x[0], add(scale(a, cos2), scale(c, cos1)));
  const Complex wide = add(scale(b, sin1), scale(d, sin2));
  const Complex narrow = subtract(scale(b, sin2), scale(d, sin1));
  x[0] = add(x[0], add(a, c));
  x[1] = subtract_turned(near, wide);
  x[2] = subtract_turned(far, narrow);
  x[3] = add_turned(far, narrow);
  x[4] = add_turned(near, wide);
}

INLINE void transform(Complex *x, int factor) {
  if (factor == 2) transform2(x);
  else if (factor == 3) transform3(x);
  else if (factor == 4) transform4(x);
  else transform5(x);
}

/* One factor, decimating in frequency (Gentleman and Sande 1966): every block of `span` numbers becomes `factor` blocks of
   span / factor numbers whose transforms are the frequencies q, q + factor, q + 2 factor, ... of the block's. */
INLINE void pass(Complex *numbers, const float *roots, ptrdiff_t size, ptrdiff_t span, int factor) {
  const ptrdiff_t part = span / factor, stride = size / span;
  for (ptrdiff_t block = 0; block < size; block += span) {
    Complex x[5];
    for (int p = 0; p < factor; p++) x[p] = numbers[block + p * part];
    transform(x, factor);
    for (int q = 0; q < factor; q++) numbers[block + q * part] = x[q];
  }
  for (ptrdiff_t offset = 1; offset < part; offset++) {
    float cosines[5], sines[5];
    for (int q = 1; q < factor; q++) {
      cosines[q] = roots[2 * offset * q * stride];
      sines[q] = roots[2 * offset * q * stride + 1];
    }
    for (ptrdiff_t block = offset; block < size; block += span) {
      Complex x[5];
      for (int p = 0; p < factor; p++) x[p] = numbers[block + p * part];
      transform(x, factor);
      numbers[block] = x[0];
      for (int q = 1; q < factor; q++) numbers[block + q * part] = turn(x[q], cosines[q], sines[q]);
    }
  }
}

INLINE void all_passes(const kernel_fourier *plan, Complex *numbers) {
  ptrdiff_t span = plan->size;
  for (int32_t index = 0; index < plan->factor_count; index++) {
    const int32_t factor = plan->factors[index];
    if (factor == 2) pass(numbers, plan->roots, plan->size, span, 2);
    else if (factor == 3) pass(numbers, plan->roots, plan->size, span, 3);
    else if (factor == 4) pass(numbers, plan->roots, plan->size, span, 4);
    else pass(numbers, plan->roots, plan->size, span, 5);
    span /= factor;
  }
}

/* The mean, taken about the first sample: a constant window leaves exactly nothing. */
INLINE float mean(const float *window, ptrdiff_t length) {
#pragma clang fp reassociate(on)
  const float first = window[0];
  float sum = 0;
  for (ptrdiff_t index = 0; index < length; index++) sum += window[index] - first;
  return first + sum / (float)length;
}

/* Sample n of every window side by side, without its mean, weighted; `step` vectors apart. */
INLINE void gather(
  const kernel_fourier *plan, const float *const starts[8], const float *weights, Lanes *columns, ptrdiff_t step) {
  Lanes means;
  for (int lane = 0; lane < 8; lane++) means[lane] = mean(starts[lane], plan->length);
  ptrdiff_t index = 0;
  for (; index + 8 <= plan->length; index += 8) {
    Lanes rows[8];
    for (int lane = 0; lane < 8; lane++) memcpy(&rows[lane], starts[lane] + index, sizeof(Lanes));
    transpose(rows);
    for (int each = 0; each < 8; each++) columns[(index + each) * step] = rows[each] - means;
  }
  for (; index < plan->length; index++) {
    Lanes row;
    for (int lane = 0; lane < 8; lane++) row[lane] = starts[lane][index];
    columns[index * step] = row - means;
  }
  if (!weights) return;
  for (index = 0; index < plan->length; index++) columns[index * step] *= weights[index];
}

INLINE void put_power(Lanes *power, Complex x, float share) { *power = (x.re * x.re + x.im * x.im) * share; }

/* An even window of samples x was transformed as z[n] = x[2n] + i x[2n + 1]. With a = (Z[k] + conj Z[size - k]) / 2 and
   b = (Z[k] - conj Z[size - k]) / 2i, X[k] = a + exp(-2 pi i k / length) b and X[size - k] = conj(a - ... b). */
INLINE void powers_of_pairs(const kernel_fourier *plan, const Complex *numbers, Lanes *power) {
  const ptrdiff_t size = plan->size;
  const Complex zero = numbers[0];
  power[0] = (zero.re + zero.im) * (zero.re + zero.im);
  power[size] = (zero.re - zero.im) * (zero.re - zero.im);
  for (ptrdiff_t k = 1; k <= size / 2; k++) {
    const Complex z = numbers[plan->places[k]], mirror = numbers[plan->places[size - k]];
    const Complex a = {z.re + mirror.re, z.im - mirror.im}, b = {z.im + mirror.im, mirror.re - z.re};
    const Complex turned = turn(b, plan->halves[2 * k], plan->halves[2 * k + 1]);
    put_power(&power[k], add(a, turned), 0.25f);
    put_power(&power[size - k], subtract(a, turned), 0.25f);
  }
}

CLONES void kernel_power_spectra(
  const kernel_fourier *plan, const float *samples, ptrdiff_t hop, ptrdiff_t windows, const float *weights,
  float *work, float *power) {
  Complex *numbers = (Complex *)__builtin_assume_aligned(work, sizeof(Lanes));
  Lanes *powers = (Lanes *)__builtin_assume_aligned(power, sizeof(Lanes));
  const float *starts[8];
  /* Lanes without a window of their own repeat the last. */
  for (ptrdiff_t lane = 0; lane < 8; lane++)
    starts[lane] = samples + (lane < windows ? lane : windows - 1) * hop;
  const int is_even = plan->size != plan->length;
  if (!is_even) memset(work, 0, (size_t)plan->size * sizeof(Complex));
  gather(plan, starts, weights, &numbers[0].re, is_even ? 1 : 2);
  all_passes(plan, numbers);
  if (is_even) powers_of_pairs(plan, numbers, powers);
  else
    for (ptrdiff_t k = 0; k <= plan->size / 2; k++) put_power(&powers[k], numbers[plan->places[k]], 1);
}

CLONES void kernel_spectral_peaks(
  const float *power, ptrdiff_t first, ptrdiff_t last, int32_t *bins, float *powers) {
  const Lanes *rows = (const Lanes *)__builtin_assume_aligned(power, sizeof(Lanes));
  Lanes most = rows[first];
  LaneBits where = {0};
  where += (int32_t)first;
  LaneBits bin = where;
  for (ptrdiff_t row = first + 1; row <= last; row++) {
    bin += 1;
    const LaneBits above = rows[row] > most;
    most = __builtin_elementwise_max(rows[row], most);
    where = (bin & above) | (where & ~above);
  }
  memcpy(bins, &where, sizeof where);
  memcpy(powers, &most, sizeof most);
}
