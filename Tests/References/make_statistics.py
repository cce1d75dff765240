#!/usr/bin/env python3
"""Statistics, sliding means and spectra of small channels. Made with numpy 2.x and scipy (versions in the file).

    python make_statistics.py > statistics.json

Values are floats; what is expected is computed in double from exactly those floats.
"""
import json
import sys

import numpy as np
import scipy
from scipy.ndimage import uniform_filter1d

generator = np.random.default_rng(50)


def floats(values):
    """Of few digits, so that they are short to write."""
    return np.array([f"{value:.5g}" for value in values], dtype=np.float32)


CHANNELS = {
    "one": floats([-2.5]),
    "two": floats([3.25, -1.5]),
    "constant": floats([9.81] * 37),
    "signs": floats([-3.0, 0.0, -0.0, 2.0, -1.0, 5.5, -7.25, 1e-20, -1e-20, 4.0]),
    "ties": floats(generator.integers(-3, 4, 240)),
    "normal": floats(generator.normal(0.3, 2.0, 301)),
    "narrow": floats(40000.0 + generator.normal(0, 0.5, 150)),
    "wide": floats(generator.normal(0, 1, 200) * 10.0 ** generator.integers(-20, 15, 200)),
}


def short(values):
    """The shortest decimals that give these floats again."""
    return [float(str(value)) for value in values]


def digits(values, count):
    return [float(f"{value:.{count}g}") for value in values]


def statistics(values):
    exact = values.astype(np.float64)
    quartiles = np.percentile(exact, [25, 50, 75])
    return {
        "values": short(values), "mean": float(exact.mean()), "sd": float(exact.std()),
        "quartiles": quartiles.tolist(),
    }


def smoothing(channel, width):
    exact = CHANNELS[channel].astype(np.float64)
    means = uniform_filter1d(exact, width, mode="nearest")
    return {"channel": channel, "width": width, "means": digits(means, 10)}


def outliers(values, deviations, ranges):
    exact = values.astype(np.float64)
    low, high = np.percentile(exact, [25, 75])
    reach = ranges * (high - low)
    return {
        "values": short(values), "deviations": deviations, "ranges": ranges,
        "zScore": np.flatnonzero(np.abs(exact - exact.mean()) > deviations * exact.std()).tolist(),
        "interquartile": np.flatnonzero((exact < low - reach) | (exact > high + reach)).tolist(),
    }


def spectrum(length, hop, windows):
    seconds = np.arange((windows - 1) * hop + length) / 100
    values = floats(9.81 + 2 * np.sin(2 * np.pi * 1.75 * seconds) + generator.normal(0, 0.5, len(seconds)))
    cut = np.stack([values[j * hop:j * hop + length] for j in range(windows)]).astype(np.float64)
    powers = np.abs(np.fft.rfft(cut - cut.mean(1, keepdims=True), axis=1)) ** 2
    hann = np.hanning(length + 1)[:-1]
    tapered = np.abs(np.fft.rfft((cut - cut.mean(1, keepdims=True)) * hann, axis=1)) ** 2
    return {
        "length": length, "hop": hop, "windows": windows, "values": short(values),
        "bins": (powers[:, 1:].argmax(1) + 1).tolist(), "powers": digits(powers[0], 7),
        "tapered": digits(tapered[-1], 7), "rms": digits(np.sqrt((cut ** 2).mean(1)), 9),
    }


spiky = generator.normal(10, 1, 400)
spiky[[17, 90, 91, 300]] = [80, -40, 16, 13.6]
json.dump(
    {
        "made": f"python {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}",
        "statistics": {name: statistics(values) for name, values in CHANNELS.items()},
        "smoothing": [smoothing(n, w) for n in ("two", "narrow") for w in (1, 3, 5, 31)],
        "outliers": [outliers(floats(spiky), 3, 1.5), outliers(CHANNELS["ties"], 1.2, 0.2),
                     outliers(CHANNELS["constant"], 3, 1.5)],
        "spectra": [spectrum(400, 200, 9), spectrum(125, 60, 3), spectrum(90, 100, 2)],
    },
    sys.stdout)
