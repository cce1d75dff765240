"""Writes artifacts.json: Hampel's rule, moments and quantiles, with numpy 2.4.6 and pandas 3.1.1.

Values have one decimal and are held as 32-bit numbers, as sensors give them.
"""
import json, os
import numpy as np
import pandas as pd

g = np.random.Generator(np.random.PCG64(5))


def hampel(x, t, k, threshold, resolution, reach):
    """By brute force: every window anew, NaN left out."""
    out = []
    for i in range(len(x)):
        w = [x[j] for j in range(max(0, i - k), min(len(x), i + k + 1)) if abs(t[j] - t[i]) <= reach and not np.isnan(x[j])]
        if np.isnan(x[i]) or len(w) < 3:
            continue
        m = np.median(w)
        mad = np.median(np.abs(np.array(w) - m))
        if abs(x[i] - m) > threshold * 1.4826 * max(mad, resolution):
            out.append(i)
    return out


def signal(n):
    x = 130 + 25 * np.sin(np.arange(n) / 60) + g.normal(0, 2, n)
    spikes = g.choice(n, n // 15, replace=False)
    x[spikes] += g.choice([-1, 1], len(spikes)) * g.uniform(5, 60, len(spikes))
    x[g.choice(n, n // 20, replace=False)] = np.nan
    return np.float32(np.round(x, 1)).astype(float)


cases = []
for k, threshold, resolution, reach, steps in (
    (5, 3, 1, 12, [1000]), (3, 3, 0, 1e9, [1000]), (7, 4, 3, 8, [250, 1000, 5000]), (1, 2, 0, 1e9, [0, 1000]), (5, 3, 1, 12, [5000])):
    n = 400
    x = signal(n)
    t = np.cumsum(g.choice(steps, n))
    cases.append({"halfWidth": k, "threshold": threshold, "resolution": resolution, "reachSeconds": reach,
                  "times": t.tolist(), "values": [None if np.isnan(v) else round(v, 1) for v in x],
                  "flagged": hampel(x, t / 1000, k, threshold, resolution, reach)})

# pandas' own rolling median agrees where nothing is missing and the window is whole.
x = np.float32(np.round(g.normal(9.8, 3, 500), 2)).astype(float)
s = pd.Series(x)
m = s.rolling(11, center=True).median()
mad = s.rolling(11, center=True).apply(lambda w: np.median(np.abs(w - np.median(w))), raw=True)
pandas = {"values": np.round(x, 2).tolist(), "flagged": np.flatnonzero((s - m).abs() > 3 * 1.4826 * mad).tolist()}

# Moments and quartiles of every hundredth prefix of a signal whose level moves.
x = np.concatenate([g.normal(80, 3, 600), np.linspace(80, 170, 400), g.normal(170, 2, 500), [-40, 0, 0, 3000]])
x = np.float32(np.round(x, 1)).astype(float)
prefixes = [{"count": n, "mean": x[:n].mean(), "populationVariance": x[:n].var(), "sampleVariance": x[:n].var(ddof=1),
             "quartiles": np.percentile(x[:n], [25, 50, 75]).tolist()} for n in [2, 3, 10, *range(100, 1500, 100), len(x)]]

with open(os.path.join(os.path.dirname(__file__), "artifacts.json"), "w") as f:
    json.dump({"hampel": cases, "pandas": pandas, "values": np.round(x, 1).tolist(), "prefixes": prefixes}, f)
