#!/usr/bin/env python3
"""Writes bouts.json: three recorded rides with the laps their riders pressed, and figures of NumPy and SciPy on them.

An independent reference for Signals/Bouts. Written with Python 3.11, numpy 2.4.6, scipy 1.17.1 and fitdecode 0.11.0.
SIDELINE_DATA names the folder with fit/; run it in this folder.

The rides are second-by-second power and heart rate, without positions or dates, of files that are MIT-licensed:
ride-20170518 and ride-indoor-trainer from dtcooper/python-fitparse (tests/files/20170518-191602-1740899583.fit and
sample-activity-indoor-trainer.fit), hrv-activity from stadelmanma/fitparse-rs (fitparser/tests/fixtures/hrv-activity.fit).
Work is what the laps say: their pressed 200 s efforts, the two 601 s efforts, and the 30 s steps of 30/15 s.
"""

import json
import os

import fitdecode
import numpy as np
from scipy import stats

DATA = os.path.join(os.environ.get("SIDELINE_DATA", "../../../shared/data"), "fit")
LENGTHS = [1, 5, 10, 15, 20, 30, 60, 120, 180, 300, 480, 600, 900, 1200, 1800, 2400, 3600]


def read(name):
    records, laps, start = [], [], None
    with fitdecode.FitReader(os.path.join(DATA, name + ".fit")) as reader:
        for frame in reader:
            if not isinstance(frame, fitdecode.FitDataMessage):
                continue
            if frame.name == "record":
                time = frame.get_value("timestamp")
                start = time if start is None else start
                get = lambda field: frame.get_value(field, fallback=None) if frame.has_field(field) else None
                records.append((int((time - start).total_seconds()), get("power"), get("heart_rate")))
            elif frame.name == "lap":
                laps.append((frame.get_value("start_time"), frame.get_value("total_elapsed_time")))
    laps = [[int((lap - start).total_seconds()), round(length)] for lap, length in laps]
    return records, [[begin, begin + length] for begin, length in laps]


def grid(records, column):
    """Each value held until the next record, at most 30 s, the last for a second; NaN elsewhere. Gaps are not bridged."""
    values = np.full(records[-1][0] + 1, np.nan)
    for index, record in enumerate(records):
        if record[column] is None:
            continue
        end = records[index + 1][0] if index + 1 < len(records) else record[0] + 1
        values[record[0] : min(end, record[0] + 30)] = record[column]
    return values


def bests(values):
    result = []
    for length in LENGTHS:
        if length > len(values):
            continue
        windows = np.lib.stride_tricks.sliding_window_view(values, length)
        heard = np.count_nonzero(~np.isnan(windows), axis=1)
        means = np.where(heard >= length - int(0.05 * length), np.nansum(windows, axis=1) / np.maximum(heard, 1), -1)
        start = int(np.argmax(means))
        if means[start] >= 0:
            result.append({"seconds": length, "mean": float(means[start]), "start": start})
    return result


def zones(values, bounds):
    return [int(n) for n in np.bincount(np.digitize(values[~np.isnan(values)], bounds), minlength=len(bounds) + 1)]


def decoupling(power, pulse, begin):
    keep = np.flatnonzero(~np.isnan(power) & ~np.isnan(pulse) & (np.nan_to_num(power) > 25))
    keep = keep[keep >= begin]
    first, second = keep[: len(keep) // 2], keep[len(keep) // 2 :]
    blocks = power[keep][: len(keep) // 30 * 30].reshape(-1, 30).mean(axis=1)
    return {
        "begin": begin, "seconds": len(keep), "variation": float(blocks.std(ddof=1) / blocks.mean()),
        "first": float(power[first].mean() / pulse[first].mean()),
        "second": float(power[second].mean() / pulse[second].mean()),
    }


def line(x, y):
    fit = stats.linregress(x, y)
    bound = stats.t.ppf(0.975, len(x) - 2)
    return {
        "slope": [fit.slope, fit.stderr, fit.slope - bound * fit.stderr, fit.slope + bound * fit.stderr],
        "intercept": [fit.intercept, fit.intercept_stderr, fit.intercept - bound * fit.intercept_stderr,
                      fit.intercept + bound * fit.intercept_stderr],
    }


def critical(name, seconds, means):
    t, p = np.array(seconds, float), np.array(means, float)
    return {"name": name, "seconds": seconds, "means": means, "work": line(t, p * t), "inverse": line(1 / t, p)}


def ride(name, chosen):
    records, laps = read(name)
    return {
        "name": name, "times": [r[0] for r in records], "power": [r[1] for r in records],
        "heartRate": [r[2] for r in records], "work": [laps[i] for i in chosen],
    }, records


pressed, _ = ride("ride-20170518", [0, 2, 4, 6])
pressed["power"] = []
trainer, records = ride("ride-indoor-trainer", [1, 3])
steps, _ = ride("hrv-activity", [5, 7, 9])
power, pulse = grid(records, 1), grid(records, 2)

for each in (pressed, trainer, steps):
    # Times as steps from one record to the next are shorter to write down.
    each["times"] = [b - a for a, b in zip([0] + each["times"], each["times"])]

reference = {
    "rides": [pressed, trainer, steps],
    "bestPower": bests(power), "bestHeartRate": bests(pulse),
    "powerZones": {"bounds": [100, 150, 200, 250, 300], "seconds": zones(power, [100, 150, 200, 250, 300])},
    "decoupling": decoupling(power, pulse, 0),
    "critical": [
        critical("three", [180, 360, 720], [365.0, 321.0, 297.0]),
        critical("five", [120, 180, 300, 600, 1200], [402.0, 359.0, 318.0, 291.0, 274.0]),
        critical("speed", [125, 231, 515, 878], [6.42, 6.07, 5.84, 5.71]),
    ],
    "student": [[n, float(stats.t.ppf(0.975, n)), float(stats.t.ppf(0.75, n))] for n in [1, 2, 3, 4, 5, 9, 14, 30, 101]],
}
with open("bouts.json", "w") as file:
    json.dump(reference, file, separators=(",", ":"))
    file.write("\n")
