#!/usr/bin/env python3
"""Writes banister.json: fitness-fatigue models fitted by SciPy to simulated loads and performances.

An independent reference for Engine/Load/FitnessFatigue.swift. Loads are made up with weeks of building up and of
tapering; performances follow Banister's model with known parameters and normal noise. Each case is fitted by
scipy.optimize.least_squares over all five parameters from many starting points, and its residuals are bootstrapped
with NumPy's own random numbers. Needs numpy and scipy. Run it in this folder.
"""

import json

import numpy as np
from scipy.optimize import least_squares

LOW = np.array([-np.inf, 0, 0, 15, 3])
HIGH = np.array([np.inf, np.inf, np.inf, 90, 25])


def daily_loads(rng, count):
    """Blocks of three hard weeks and an easy one, a taper now and then, days off."""
    loads = []
    for day in range(count):
        week = day // 7
        base = [420, 520, 600, 250][week % 4] * (0.35 if week % 13 == 12 else 1)
        rest = day % 7 == 6 or rng.random() < 0.08
        loads.append(0.0 if rest else float(np.round(max(0, base * rng.lognormal(-0.06, 0.35)), 1)))
    return np.array(loads)


def responses(loads, days, tau):
    """One row of weights exp(-(t - i) / tau) for each performance, over the days before it."""
    lag = days[:, None] - np.arange(len(loads))[None, :]
    weights = np.where(lag > 0, np.exp(-np.maximum(lag, 0) / tau), 0.0)
    return weights @ loads


def model(p, loads, days):
    return p[0] + p[1] * responses(loads, days, p[3]) - p[2] * responses(loads, days, p[4])


def fit(loads, days, values, starts):
    best = None
    for tau1, tau2 in starts:
        g, h = responses(loads, days, tau1), responses(loads, days, tau2)
        columns = np.column_stack([np.ones(len(days)), g, -h])
        linear = np.linalg.lstsq(columns, values, rcond=None)[0]
        linear[1:] = np.maximum(linear[1:], 1e-9)
        scale = np.array([max(abs(linear[0]), 1), max(linear[1], 1e-4), max(linear[2], 1e-4), 40, 10])
        found = least_squares(
            lambda p: model(p, loads, days) - values, [*linear, tau1, tau2], bounds=(LOW, HIGH), x_scale=scale,
            ftol=1e-14, xtol=1e-14, gtol=1e-14, max_nfev=400)
        if best is None or found.cost < best.cost:
            best = found
    return best.x, 2 * best.cost


STARTS = [(a, b) for a in (20, 35, 50, 70) for b in (5, 10, 18)]


def case(name, seed, count, performances, truth, noise, item, sign, resamples):
    rng = np.random.default_rng(seed)
    loads = daily_loads(rng, count)
    days = np.sort(rng.choice(np.arange(60, count + 1), performances, replace=False))
    values = model(truth, loads, days) + rng.normal(0, noise, performances) if noise else model(truth, loads, days)
    if noise:
        values = np.round(values, 3)
    p, squares = fit(loads, days, values, STARTS)
    row = {
        "name": name, "item": item, "loads": loads.tolist(), "days": days.tolist(), "values": (sign * values).tolist(),
        "truth": truth, "fitted": p.tolist(), "squares": squares,
        "r2": 1 - squares / float(np.sum((values - values.mean()) ** 2)), "sign": sign,
    }
    if resamples:
        fitted = model(p, loads, days)
        residuals = values - fitted
        residuals = (residuals - residuals.mean()) * np.sqrt(performances / (performances - 5))
        drawn = []
        for _ in range(resamples):
            again = fitted + rng.choice(residuals, performances)
            drawn.append(fit(loads, days, again, [(p[3], p[4]), (30, 8), (60, 15)])[0])
        row["low"] = np.percentile(drawn, 2.5, axis=0).tolist()
        row["high"] = np.percentile(drawn, 97.5, axis=0).tolist()
    print(name, np.round(p, 5), squares, round(row["r2"], 4), np.round(row.get("low", []), 4), np.round(row.get("high", []), 4), flush=True)
    return row


TRUTH = [262.0, 0.031, 0.05, 45.0, 11.0]
cases = [
    case("exact", 1, 300, 25, TRUTH, 0, "thresholdPower", 1, 0),
    case("close", 2, 400, 60, TRUTH, 2.0, "thresholdPower", 1, 200),
    case("times", 3, 350, 50, [-760.0, 0.008, 0.014, 38.0, 9.0], 1.0, "run3000m", -1, 200),
    case("loose", 4, 300, 30, TRUTH, 9.0, "thresholdPower", 1, 0),
]
with open("banister.json", "w", encoding="ascii") as file:
    file.write("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")
