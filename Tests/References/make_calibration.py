#!/usr/bin/env python3
"""Writes calibration.json: accelerometer calibrations by SciPy, still and steady stretches by pandas.

An independent reference for Sources/Signals/Calibration. Made with numpy 2.4.6, scipy 1.17.1 and pandas 3.1.1. Run it in
this folder.
"""

import json

import numpy as np
import pandas as pd
from scipy.optimize import least_squares
from scipy.spatial.transform import Rotation

G = 9.80665


def readings(rng, directions, bias, scale, noise):
    true = G * directions / np.linalg.norm(directions, axis=1)[:, None]
    return np.round(true / scale + bias + rng.normal(size=true.shape) * noise, 6)


def general(rng, count, noise):
    bias, scale = rng.uniform(-0.8, 0.8, 3), rng.uniform(0.93, 1.07, 3)
    directions = Rotation.random(count, random_state=rng).apply([0, 0, 1.0])
    a = readings(rng, directions, bias, scale, noise)
    residual = lambda p: np.linalg.norm(p[3:] * (a - p[:3]), axis=1) - G
    fit = least_squares(residual, [0, 0, 0, 1, 1, 1], xtol=1e-15, ftol=1e-15, gtol=1e-15)
    jacobian = fit.jac / np.linalg.norm(fit.jac, axis=0)
    return {"poses": a.tolist(), "bias": fit.x[:3].tolist(), "scale": fit.x[3:].tolist(),
            "residual": float(np.sqrt(np.mean(fit.fun**2))), "trueBias": bias.tolist(), "trueScale": scale.tolist(),
            "noise": noise, "span": float(np.min(1 / np.diag(np.linalg.inv(jacobian.T @ jacobian))))}


def six(rng, extra):
    bias, scale = rng.uniform(-0.8, 0.8, 3), rng.uniform(0.93, 1.07, 3)
    up = np.vstack([np.eye(3), -np.eye(3), np.eye(3)[rng.integers(0, 3, extra)]])
    tilted = Rotation.from_rotvec(rng.normal(size=(len(up), 3)) * 0.05).apply(up)
    order = rng.permutation(len(up))
    a = readings(rng, tilted, bias, scale, 0.01)[order]
    up = up[order]
    found_bias, found_scale = np.zeros(3), np.zeros(3)
    for axis in range(3):
        design = np.column_stack([G * up[:, axis], np.ones(len(up))])
        (slope, start), *_ = np.linalg.lstsq(design, a[:, axis])
        found_bias[axis], found_scale[axis] = start, 1 / slope
    residual = np.linalg.norm(found_scale * (a - found_bias), axis=1) - G
    return {"poses": a.tolist(), "bias": found_bias.tolist(), "scale": found_scale.tolist(),
            "residual": float(np.sqrt(np.mean(residual**2)))}


def still(rng):
    """Rest, a turn, rest in another pose, shaking, rest: cells of half a second by groupby."""
    hertz, parts = 50, [("rest", 3.0, [0, 0, 1]), ("turn", 1.5, None), ("rest", 2.5, [1, 0, 0.2]),
                        ("shake", 2.0, [1, 0, 0]), ("rest", 1.0, [0, 1, 0]), ("shake", 1.0, [0, 1, 0]),
                        ("rest", 4.2, [0.5, 0.5, -0.5])]
    rows = []
    for kind, seconds, pose in parts:
        n = int(seconds * hertz)
        if kind == "turn":
            angle = np.linspace(0, np.pi / 2, n)
            a = G * np.stack([np.sin(angle), 0 * angle, np.cos(angle)], 1)
            w = np.tile([0, np.pi / 2 / seconds, 0], (n, 1))
        else:
            a = np.tile(G * np.array(pose) / np.linalg.norm(pose), (n, 1))
            w = np.zeros((n, 3))
            if kind == "shake":
                a = a + rng.normal(size=(n, 3)) * 2
                w = w + rng.normal(size=(n, 3))
        rows.append(np.hstack([a + rng.normal(size=(n, 3)) * 0.03, w + [0.02, -0.01, 0.005] + rng.normal(size=(n, 3)) * 0.005]))
    table = np.round(np.vstack(rows), 3).astype(np.float32).astype(float)
    frame = pd.DataFrame(table, columns=list("abcxyz"))
    frame["m"] = np.sqrt(frame.a**2 + frame.b**2 + frame.c**2)
    frame["cell"] = np.arange(len(frame)) // 25
    cells = frame.groupby("cell")
    deviation, mean, size = cells.std(), cells.mean(), cells.size()
    isStill = (deviation.m <= 0.1) & (deviation[["x", "y", "z"]] <= 0.05).all(axis=1) & (mean[["x", "y", "z"]].abs() <= 0.1).all(axis=1)
    isStill &= size >= 13
    windows, run = [], []

    def close():
        if len(run) >= 4:
            inside = frame[frame.cell.isin(run)]
            windows.append({"first": int(inside.index[0]), "end": int(inside.index[-1] + 1),
                            "acceleration": inside[["a", "b", "c"]].mean().tolist(), "deviation": float(inside.m.std()),
                            "rate": inside[["x", "y", "z"]].mean().tolist()})
        run.clear()

    for cell in isStill.index:
        if run:
            before = frame[frame.cell.isin(run)][["a", "b", "c"]].mean()
            if not isStill[cell] or np.linalg.norm(mean.loc[cell, ["a", "b", "c"]] - before) > 0.3:
                close()
        if isStill[cell]:
            run.append(cell)
    close()
    return {"hertz": hertz, "acceleration": np.round(table[:, :3], 3).tolist(), "rate": np.round(table[:, 3:], 3).tolist(), "windows": windows}


def steady(rng):
    """Heart rate with rest, effort, recovery and dropouts: trailing minutes every ten seconds by rolling."""
    target = np.concatenate([np.full(150, 58.0), np.linspace(58, 150, 60), np.full(120, 150.0),
                             62 + 88 * np.exp(-np.arange(200) / 50), np.full(150, 62.0)])
    wander = np.zeros(len(target))
    for i in range(1, len(target)):
        wander[i] = 0.7 * wander[i - 1] + rng.normal() * 0.8
    rate = np.round(target + wander)
    rate[[20, 21, 22, 90]] = np.nan
    rate[560:580] = np.nan
    series = pd.Series(rate)
    windows = []
    for end in range(60, len(rate) + 1, 10):
        inside = series[end - 60:end]
        usable = inside.dropna()
        if len(usable) >= 48 and usable.std() <= 3:
            x = usable.values - usable.mean()
            r = float(np.sum(x[1:] * x[:-1]) / np.sum(x * x))
            r = min(0.95, max(0, r))
            windows.append({"start": end - 60, "mean": float(usable.mean()), "deviation": float(usable.std()), "count": len(usable),
                            "error": float(usable.std() / np.sqrt(len(usable) * (1 - r) / (1 + r)))})
    return {"values": [None if np.isnan(v) else v for v in rate], "windows": windows}


rng = np.random.default_rng(1957)
result = {
    "general": [general(rng, n, s) for n, s in [(7, 0.0), (9, 0.01), (12, 0.01), (24, 0.02), (60, 0.05)]],
    "six": [six(rng, 0), six(rng, 5)], "still": still(rng), "steady": steady(rng),
}
with open("calibration.json", "w") as file:
    json.dump(result, file, separators=(",", ":"))
