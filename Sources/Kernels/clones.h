#pragma once
/* Hot functions are compiled three times and chosen once at start, by the processor. */
#if defined(__x86_64__) && !(defined(__has_feature) && __has_feature(thread_sanitizer))
#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
/* Elsewhere the plain code is vectorised as it is; under the thread sanitizer the choice would run too early. */
#define CLONES
#endif
#define INLINE static inline __attribute__((always_inline))
