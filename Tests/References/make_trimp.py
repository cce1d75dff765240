#!/usr/bin/env python3
"""Writes trimp.json: training impulses of a made-up heart-rate series with irregular times and gaps.

An independent reference for Engine/Load/HeartRateLoad.swift, from the definitions alone: Banister's
TRIMP with Morton, Fitz-Clarke & Banister's (1990) weights, Edwards' (1993) five zones. A sample
counts until the next timestamp, at most 30 s; the last one counts 1 s. Standard library only.
"""

import json
import math
import random

LONGEST_HOLD_MS = 30_000
LAST_HOLD_MS = 1_000


def series(seed, count):
    """Milliseconds and beats a minute; None where the strap was silent."""
    rng = random.Random(seed)
    times, rates = [], []
    now, rate = 0, 90.0
    for _ in range(count):
        times.append(now)
        silent = rng.random() < 0.08
        rates.append(None if silent else round(rate))
        rate = min(198, max(48, rate + rng.gauss(0.4, 9)))
        step = rng.choice([500, 1000, 1000, 1000, 1234, 2000, 5000, 29_999, 30_000, 30_001])
        now += rng.randrange(31_000, 400_000) if rng.random() < 0.02 else step
    return times, rates


def held_minutes(times, rates):
    """Pairs of (minutes, rate) for the samples that are there."""
    ends = times[1:] + [times[-1] + LAST_HOLD_MS]
    for begin, end, rate in zip(times, ends, rates):
        if rate is not None:
            yield min(end - begin, LONGEST_HOLD_MS) / 60_000, rate


def banister(pairs, factor, exponent, resting, maximum):
    parts = []
    for minutes, rate in pairs:
        reserve = min(1.0, max(0.0, (rate - resting) / (maximum - resting)))
        parts.append(minutes * reserve * factor * math.exp(exponent * reserve))
    return math.fsum(parts)


def zone_minutes(pairs, maximum):
    """Minutes from 50, 60, 70, 80 and 90 per cent of the maximum up, in whole-number arithmetic."""
    zones = [[] for _ in range(5)]
    for minutes, rate in pairs:
        tenths = 10 * rate // maximum
        if tenths >= 5:
            zones[min(tenths, 9) - 5].append(minutes)
    return [math.fsum(zone) for zone in zones]


def case(seed, count, resting, maximum):
    times, rates = series(seed, count)
    pairs = list(held_minutes(times, rates))
    zones = zone_minutes(pairs, maximum)
    return {
        "resting": resting, "maximum": maximum, "milliseconds": times, "rates": rates,
        "heldSeconds": math.fsum(minutes for minutes, _ in pairs) * 60,
        "banisterMen": banister(pairs, 0.64, 1.92, resting, maximum),
        "banisterWomen": banister(pairs, 0.86, 1.67, resting, maximum),
        "zoneSeconds": [60 * minutes for minutes in zones],
        "edwards": math.fsum((index + 1) * minutes for index, minutes in enumerate(zones)),
    }


cases = [case(1, 400, 52, 190), case(2, 250, 68, 187), case(3, 120, 45, 200), case(4, 1, 60, 180)]
with open("trimp.json", "w", encoding="ascii") as file:
    file.write("[\n" + ",\n".join(json.dumps(one) for one in cases) + "\n]\n")
