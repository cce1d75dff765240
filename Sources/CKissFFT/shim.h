#pragma once
/* Debian's library is built once for each kind of number; this is the one for float. */
#define kiss_fft_scalar float
#define KISS_FFT_SHARED 1
#include <kissfft/kiss_fft.h>
#include <kissfft/kiss_fftr.h>
/* A macro of the library, as a function that Swift can call. */
static inline void sideline_kiss_fft_free(void *plan) { kiss_fft_free(plan); }
