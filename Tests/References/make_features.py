#!/usr/bin/env python3
"""Writes features.json: features of made-up windows, as NumPy and SciPy have them.

An independent reference for Signals/Features (TimeFeatures, SpectralFeatures, Autocorrelation). Made with numpy
2.4.6 and scipy 1.17.1. Run it in this folder.
"""

import json

import numpy as np
from scipy import signal, stats

rng = np.random.default_rng(20250321)
BANDS = [(0, 0.5), (0.5, 3), (3, 8), (8, 20)]


def window(count, hertz, kind):
    t = np.arange(count) / hertz
    if kind == "noise":
        x = rng.normal(0, 1.5, count)
    elif kind == "walk":
        x = (9.81 + 2 * np.sin(2 * np.pi * 1.83 * t) + 0.7 * np.sin(2 * np.pi * 3.66 * t + 0.4)
             + 0.2 * np.sin(2 * np.pi * 11 * t) + rng.normal(0, 0.2, count))
    else:
        x = np.cumsum(rng.normal(0, 0.3, count)) + 70
    return np.asarray(np.round(x, 3), dtype=np.float32).astype(float)


def short(values):
    return [float(f"{value:.8g}") for value in values]


cases = []
for count, hertz, kind in [(400, 100.0, "walk"), (400, 100.0, "noise"), (118, 50.0, "walk"), (64, 1.0, "wander")]:
    x = window(count, hertz, kind)
    d = x - x.mean()
    side = np.sign(d)
    assert (side != 0).all()
    f, p = signal.periodogram(x, hertz, window="hann", detrend="constant")
    f, p = f[1:], p[1:] * f[1]
    full = np.correlate(d, d, mode="full")[count - 1:][: count // 2 + 1]
    cases.append({
        "kind": kind, "hertz": hertz, "values": x.tolist(),
        "mean": x.mean(), "rootMeanSquare": np.sqrt((x**2).mean()), "variance": x.var(), "minimum": x.min(),
        "maximum": x.max(), "jerk": np.sqrt((np.diff(x) ** 2).mean()) * hertz,
        "zeroCrossings": int((np.diff(side) != 0).sum()) / (count - 1) * hertz,
        "energy": p.sum(), "bandEnergies": [p[(f >= a) & (f < b)].sum() for a, b in BANDS],
        "entropy": stats.entropy(p) / np.log(len(p)), "centroid": (f * p).sum() / p.sum(),
        "medianFrequency": f[np.searchsorted(np.cumsum(p), p.sum() / 2)],
        "biased": short(full / count), "unbiased": short(full / (count - np.arange(len(full)))),
    })
with open("features.json", "w", encoding="ascii") as file:
    json.dump(cases, file)
    file.write("\n")
