#!/usr/bin/env python3
"""Writes gaps.json: gaps filled by SciPy, NumPy and pandas, to compare ours with.

Made with numpy 2.4.6, scipy 1.17.1 and pandas 3.1.1.
"""
import json, os
import numpy as np, scipy, pandas as pd
from scipy.interpolate import BarycentricInterpolator, PchipInterpolator


def lagrange(x, y, bad, degree):
    """Through the degree + 1 usable samples around each gap, the nearest ones at the ends (SciPy's barycentric form)."""
    good, out, n = np.flatnonzero(~bad), y.astype(float).copy(), degree + 1
    if len(good) < 2:
        return out
    n = min(n, len(good))
    miss = np.flatnonzero(bad)
    for run in np.split(miss, np.flatnonzero(np.diff(miss) > 1) + 1) if len(miss) else []:
        p = np.searchsorted(good, run[0])
        k = min(max(p - (degree + 2) // 2, 0), len(good) - n)
        xs = good[k:k + n]
        out[run] = BarycentricInterpolator(x[xs] - x[xs[0]], y[xs].astype(float))(x[run] - x[xs[0]])
    return out


def lagrange_numpy(y, bad):
    """The cubic, step by step as NumPy users write it; float32 results, so that equal means the same bits."""
    good, miss, y = np.flatnonzero(~bad), np.flatnonzero(bad), y.copy()
    p = np.searchsorted(good, miss)
    k = np.clip(p - 2, 0, len(good) - 4)
    xs = good[k[:, None] + np.arange(4)]
    ys, t, r = y[xs].astype(np.float64), (miss[:, None] - xs).astype(np.float64), np.zeros(len(miss))
    for j in range(4):
        w = ys[:, j].copy()
        for m in range(4):
            if m != j:
                w *= t[:, m] / (xs[:, j] - xs[:, m])
        r += w
    y[miss] = r
    return y


def series(n, seed):
    g = np.random.default_rng(seed)
    return np.float32(140 + 20 * np.sin(np.arange(n) / 9) + np.cumsum(g.normal(0, 1, n)))


def mask(n, kind, g):
    bad = np.zeros(n, bool)
    if kind == "single":
        bad[g.choice(n, n // 12, replace=False)] = True
    elif kind == "runs":
        for s in range(6, n - 8, 11):
            bad[s:s + g.integers(1, 7)] = True
    elif kind == "dense":
        bad = g.random(n) < 0.55
    elif kind == "one after the last":
        bad[[0, 1, 2, 5, 6, 40, 41, 43, 45, n - 4, n - 3, n - 2]] = True
    elif kind == "one before the first":
        bad[[1, 2, 3, 6, n - 3, n - 2, n - 1]] = True
    elif kind == "three usable":
        bad[:] = True; bad[[4, 9, 20]] = False
    return bad


cases = []
for i, kind in enumerate(["single", "runs", "dense", "one after the last", "one before the first", "three usable"]):
    for clock in ["regular", "stamped"]:
        n = 72
        g = np.random.default_rng(100 + i)
        y, bad = series(n, i), mask(n, kind, g)
        ms = np.arange(n) * 10 if clock == "regular" else np.cumsum(g.integers(1, 4000, n))
        x = np.arange(n, dtype=float) if clock == "regular" else ms / 1000
        good = ~bad
        case = {"kind": kind, "clock": clock, "milliseconds": ms.tolist(), "values": y.tolist(),
                "bad": np.flatnonzero(bad).tolist()}
        miss = np.flatnonzero(bad)
        for d in range(1, 6):
            case[f"lagrange{d}"] = lagrange(x, y, bad, d)[miss].round(6).tolist()
        if clock == "regular" and good.sum() >= 4:
            case["numpy"] = lagrange_numpy(y, bad)[miss].tolist()
        case["linear"] = pd.Series(np.where(bad, np.nan, y.astype(float)), index=x).interpolate(
            "index", limit_direction="both")[x[miss]].round(6).tolist()
        pchip = PchipInterpolator(x[good], y[good].astype(float), extrapolate=False)
        near = np.clip(x[miss], x[good][0], x[good][-1])
        case["pchip"] = pchip(near).round(6).tolist()
        cases.append(case)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "gaps.json"), "w") as f:
    json.dump({"versions": f"numpy {np.__version__}, scipy {scipy.__version__}, pandas {pd.__version__}",
               "cases": cases}, f, separators=(",", ":"))
