#!/usr/bin/env python3
"""Writes regression.json: straight lines through made-up pairs of loads, as scipy.stats.linregress has them.

An independent reference for Engine/Load/LoadConversion.swift. Needs numpy and scipy. Run it in this folder.
"""

import json

import numpy as np
from scipy.stats import linregress


def case(name, seed, count, slope, intercept, noise, probes):
    rng = np.random.default_rng(seed)
    x = np.round(rng.gamma(6, 15, count), 3)
    y = np.round(np.maximum(0, intercept + slope * x + rng.normal(0, noise, count)), 3)
    line = linregress(x, y)
    check = np.polyfit(x, y, 1)
    assert np.allclose(check, [line.slope, line.intercept])
    return {
        "name": name, "x": x.tolist(), "y": y.tolist(), "slope": line.slope, "intercept": line.intercept,
        "r2": line.rvalue**2, "probes": probes,
        "converted": [max(0.0, line.intercept + line.slope * probe) for probe in probes],
    }


cases = [
    case("tight", 1, 20, 4.2, 35, 20, [0, 50, 123.4, 400]),
    case("long", 2, 500, 0.8, 250, 12, [0, 50, 123.4]),
    case("below nothing", 3, 60, 5.0, -260, 40, [0, 10, 51, 90]),
    case("loose", 4, 80, 1.5, 100, 70, [60]),
    case("no line", 5, 200, 0.2, 300, 60, [60]),
    case("falling", 6, 40, -3.0, 900, 30, [60]),
    case("too few", 7, 19, 4.2, 35, 1, [60]),
]
with open("regression.json", "w", encoding="ascii") as file:
    file.write("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")
for one in cases:
    print(one["name"], one["slope"], one["intercept"], one["r2"], one["converted"])
