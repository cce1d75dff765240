#!/usr/bin/env python3
"""Writes power.json: normalised power of made-up rides with irregular times, dropouts, gaps and pauses.

An independent reference for Engine/Load/PowerAndPaceLoad.swift, from the definition alone (Allen & Coggan): every
whole second after the first timestamp takes the newest valid sample that is younger than 30 s and not from before a
pause; a second without one, or in a pause, breaks the ride in pieces; 30 s means inside each piece, their fourth
powers, the mean, the fourth root. Needs numpy. Run it in this folder.
"""

import json

import numpy as np

HOLD_MS = 30_000
WINDOW = 30


def ride(seed, count, shuffled):
    """Milliseconds and watts in the file's order; None where the meter was silent."""
    rng = np.random.default_rng(seed)
    times, watts = [], []
    now, level = 0, 180.0
    for _ in range(count):
        times.append(now)
        level = float(np.clip(level + rng.normal(0, 35) + (190 - level) * 0.03, 0, 900))
        kind = rng.random()
        watts.append(None if kind < 0.05 else 0 if kind < 0.1 else int(round(level)))
        step = int(rng.choice([1000, 1000, 1000, 1000, 1000, 500, 2000, 1234, 5000, 29_999, 30_000, 30_001],
                              p=[.13] * 5 + [.1, .1, .09, .045, .005, .005, .005]))
        now += int(rng.integers(31_000, 300_000)) if rng.random() < 0.004 else step
    if shuffled:
        for place in range(40, count - 1, 90):
            times[place], times[place + 1] = times[place + 1], times[place]
        times[25] = times[24]
    return times, watts


def seconds(times, watts, pauses):
    """(second, watts) for every whole second that has a value."""
    newest = {}
    for time, value in zip(times, watts):
        if value is not None:
            newest[time] = value
    stamps = np.array(sorted(newest))
    origin, last = min(times), max(times)
    # The last sample counts for a second.
    for second in range(-(-(last - origin + 1000) // 1000)):
        now = origin + 1000 * second
        place = int(np.searchsorted(stamps, now, side="right")) - 1
        if place < 0 or now - stamps[place] >= HOLD_MS:
            continue
        # Neither in a pause now nor sampled before or in one that has begun since.
        if any(begin <= now and stamps[place] < end for begin, end in pauses):
            continue
        yield second, newest[int(stamps[place])]


def normalised(pairs):
    at = np.array([second for second, _ in pairs])
    watts = np.array([value for _, value in pairs], dtype=float)
    pieces = np.split(watts, np.flatnonzero(np.diff(at) != 1) + 1)
    means = [np.convolve(piece, np.ones(WINDOW) / WINDOW, mode="valid") for piece in pieces if len(piece) >= WINDOW]
    return float(np.mean(np.concatenate(means) ** 4) ** 0.25), len(pieces)


def case(seed, count, threshold, pauses, shuffled=False):
    times, watts = ride(seed, count, shuffled)
    pairs = list(seconds(times, watts, pauses))
    power, pieces = normalised(pairs)
    return {
        "threshold": threshold, "milliseconds": times, "watts": watts, "pauses": pauses, "pieces": pieces,
        "seconds": len(pairs), "normalised": power,
        "load": len(pairs) / 3600 * (power / threshold) ** 2 * 100,
    }


cases = [
    case(1, 1800, 250, []),
    case(2, 1500, 280, [[300_000, 420_500], [900_000, 901_000], [1_200_250, 1_260_750]]),
    case(3, 900, 230, [[100_000, 130_000]], shuffled=True),
    case(4, 400, 310, [], shuffled=True),
]
with open("power.json", "w", encoding="ascii") as file:
    file.write("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")
for one in cases:
    print(one["pieces"], one["seconds"], one["normalised"], one["load"])
