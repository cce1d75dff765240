#!/usr/bin/env python3
"""Writes spectrum.json: transforms, windows and power spectra of made-up signals, as NumPy and SciPy have them.

An independent reference for Signals/Features (RealFourier, WindowFunction, PowerSpectrum, MeanSpectrum, ResampleStage,
DominantFrequency). Made with numpy 2.4.6 and scipy 1.17.1. Run it in this folder.
"""

import json

import numpy as np
from scipy import signal

rng = np.random.default_rng(20250321)


def short(values):
    return [float(f"{value:.9g}") for value in np.asarray(values, dtype=float)]


def floats(values):
    """Numbers that a 32-bit float holds exactly, so that both sides begin with the same."""
    return np.asarray(np.round(values, 3), dtype=np.float32).astype(float)


transforms = []
for count in [1, 2, 3, 5, 6, 7, 16, 30, 77, 97, 100, 202]:
    x = floats(rng.normal(3, 2, count))
    c = np.fft.rfft(x)
    transforms.append({"values": x.tolist(), "real": short(c.real), "imaginary": short(c.imag)})

windows = [{"count": n, "weights": short(signal.get_window("hann", n))} for n in [1, 2, 7, 16, 25]]

n, fs = 300, 25.0
t = np.arange(n) / fs
x = floats(4 + 2 * np.sin(2 * np.pi * 3.3 * t) + 0.5 * np.sin(2 * np.pi * 7 * t + 1) + rng.normal(0, 0.3, n))
periodograms = []
for count in [64, 75]:
    for window, name in [("boxcar", "rectangular"), ("hann", "hann")]:
        for scaling in ["density", "spectrum"]:
            f, p = signal.periodogram(x[:count], fs, window=window, detrend="constant", scaling=scaling)
            periodograms.append(
                {"count": count, "window": name, "scaling": scaling, "step": f[1], "powers": short(p)})
welches = []
for segment in [32, 45, 64]:
    for scaling in ["density", "spectrum"]:
        f, p = signal.welch(x, fs, window="hann", nperseg=segment, noverlap=segment // 2, detrend="constant",
                            scaling=scaling)
        welches.append({"segment": segment, "scaling": scaling, "step": f[1], "powers": short(p)})

resamplings = []
for count, hertz, mean in [(60, 10.0, 130), (40, 1.0, 1000), (25, 50.0, 47)]:
    stamps = np.cumsum(rng.integers(1, 2 * mean, count)) + int(rng.integers(0, 4000))
    y = floats(rng.normal(0, 5, count))
    first = int(np.ceil(stamps[0] / 1000 * hertz))
    last = int(np.floor(stamps[-1] / 1000 * hertz))
    grid = np.arange(first, last + 1) / hertz
    resamplings.append({"milliseconds": stamps.tolist(), "values": y.tolist(), "hertz": hertz, "first": first,
                        "resampled": short(np.interp(grid, stamps / 1000, y))})

# The largest error of the parabola through the logarithms of three bins of a Hann-windowed complex exponential.
errors = []
w = signal.get_window("hann", 4096)
for offset in np.linspace(-0.5, 0.5, 401):
    m = np.abs(np.fft.fft(w * np.exp(2j * np.pi * (1000 + offset) * np.arange(4096) / 4096)))
    p = int(m.argmax())
    a, b, c = np.log(m[p - 1]), np.log(m[p]), np.log(m[p + 1])
    errors.append(abs(p + 0.5 * (a - c) / (a - 2 * b + c) - 1000 - offset))

with open("spectrum.json", "w", encoding="ascii") as file:
    json.dump({"transforms": transforms, "windows": windows, "signal": x.tolist(), "hertz": fs,
               "periodograms": periodograms, "welches": welches, "resamplings": resamplings,
               "largestLogarithmicParabolaError": max(errors)}, file)
    file.write("\n")
