#!/usr/bin/env python3
"""Writes decision_times.json: made-up decisions of coaches and what NumPy, SciPy and plain counting say of them.

An independent reference for Engine/Decisions. Quantiles are numpy.quantile's default, checked here against SciPy's
mquantiles; weeks are those of Python's datetime. The bootstrap over coaches is not drawn but enumerated: every one of
k^k ordered draws of k coaches, their decisions pooled, the median taken. From that exact distribution come

- `medians`: each median that can come out, with its probability;
- `low`, `high`: where percentiles 2.5 and 97.5 of RESAMPLES draws must lie. The share of draws at or below a value
  with probability p has a standard deviation of sqrt(p (1 - p) / RESAMPLES), so that the percentile lies between the
  exact quantiles at p - d and p + d with d = 4 of these and one draw more for the interpolation between two draws.
  Outside it once in some 16,000 seeds for each end.

Draws in which one of two sides is empty are left out, as the engine draws those again. Needs numpy and scipy. Run it
in this folder.
"""

import datetime
import itertools
import json
from collections import Counter
from fractions import Fraction

import numpy as np
from scipy.stats import mstats

RESAMPLES = 20_000
SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]
OFFSET = 8 * 3600
START = datetime.datetime(2026, 11, 23, tzinfo=datetime.timezone.utc)
OUTCOMES = ["approved", "approvedAfterEditing", "rejected", "diagnosed", "acknowledged"]


def decisions(seed, counts, medians=(300, 700)):
    """Rows of coach, assisted, milliseconds, decided at in ms since 1970, outcome; `counts` by coach and side."""
    rng = np.random.default_rng(seed)
    rows = []
    for coach, pair in enumerate(counts):
        own = rng.normal(0, 0.5)
        for assisted, count in zip((1, 0), pair):
            for _ in range(count):
                seconds = medians[1 - assisted] * np.exp(own + rng.normal(0, 0.6))
                decided = START.timestamp() * 1000 + rng.integers(0, 70 * 86_400_000)
                rows.append([coach + 1, assisted, int(round(seconds * 1000)), int(decided),
                             OUTCOMES[int(rng.integers(0, 5))]])
    order = rng.permutation(len(rows))
    return [rows[place] for place in order]


def seconds(rows):
    return np.array([row[2] for row in rows]) / 1000


def median(values):
    return float(np.median(values)) if len(values) else None


def enumerated(rows, value):
    """Exact probabilities of a figure of the pooled draws; a figure of None is a draw that does not count."""
    coaches = sorted({row[0] for row in rows})
    found = Counter()
    for draw in itertools.product(coaches, repeat=len(coaches)):
        figure = value([row for coach in draw for row in rows if row[0] == coach])
        if figure is not None:
            found[round(figure, 9)] += 1
    total = sum(found.values())
    return [(figure, Fraction(count, total)) for figure, count in sorted(found.items())]


def quantile(distribution, share):
    """The least value whose cumulative probability reaches `share`."""
    passed = Fraction(0)
    for figure, probability in distribution:
        passed += probability
        if passed >= share:
            return figure
    return distribution[-1][0]


def bounds(distribution, p):
    d = 4 * (p * (1 - p) / RESAMPLES) ** 0.5 + 1 / RESAMPLES
    return [quantile(distribution, p - d), quantile(distribution, p + d)]


def interval(distribution):
    return {"low": bounds(distribution, 0.025), "high": bounds(distribution, 0.975),
            "medians": [[figure, float(probability)] for figure, probability in distribution]}


def quantiles(rows):
    values = seconds(rows)
    own = np.quantile(values, SHARES)
    if len(values) > 1:
        assert np.allclose(own, mstats.mquantiles(values, SHARES, alphap=1, betap=1), rtol=1e-13)
    return [float(value) for value in own]


def week(row):
    zone = datetime.timezone(datetime.timedelta(seconds=OFFSET))
    year, number, _ = datetime.datetime.fromtimestamp(row[3] / 1000, zone).isocalendar()
    return f"{year}-W{number:02}"


def side(rows, assisted, small):
    own = [row for row in rows if row[1] == assisted]
    weeks = [[key, [row for row in own if week(row) == key]] for key in sorted({week(row) for row in own})]
    coaches = len({row[0] for row in own})
    report = {
        "assisted": bool(assisted), "count": len(own), "coaches": coaches, "quantiles": quantiles(own),
        "weeks": [{"week": key, "count": len(part), "quantiles": quantiles(part)} for key, part in weeks],
        "minutes": [int(count) for count in np.bincount([min(row[2] // 60_000, 60) for row in own], minlength=61)],
        "outcomes": dict(sorted(Counter(row[4] for row in own).items())),
    }
    if not small and coaches >= 2 and len(own) >= 5:
        report["interval"] = interval(enumerated(own, lambda drawn: median(seconds(drawn))))
    return report


def difference(drawn):
    first, second = (median(seconds([row for row in drawn if row[1] == assisted])) for assisted in (1, 0))
    return None if first is None or second is None else first - second


def case(name, task, rows, small=False):
    report = {"name": name, "task": task, "decisions": rows,
              "rows": [side(rows, assisted, small) for assisted in (1, 0) if any(r[1] == assisted for r in rows)]}
    if len(report["rows"]) == 2:
        report["difference"] = difference(rows)
        if all("interval" in row for row in report["rows"]):
            report["interval"] = interval(enumerated(rows, difference))
    return report


CASES = [
    case("three coaches on both sides", "trainingPlan", decisions(1, [(5, 4), (7, 6), (3, 8)])),
    case("four coaches on both sides", "technicalDefect", decisions(2, [(6, 5), (2, 9), (11, 3), (4, 4)])),
    case("one of four without a decision on either side", "injuryRisk",
         decisions(3, [(6, 0), (5, 4), (9, 2), (0, 7)])),
    case("four coaches, two on each side", "trainingPlan", decisions(4, [(4, 0), (5, 0), (0, 3), (0, 6)])),
    case("two coaches", "injuryRisk", decisions(5, [(3, 5), (4, 2)])),
    case("one side only", "technicalDefect", decisions(6, [(0, 8), (0, 5), (0, 9)], medians=(60, 2000))),
    case("one decision on each side", "trainingPlan", decisions(7, [(1, 1)]), small=True),
    case("many decisions", "injuryRisk", decisions(8, [(40, 37), (25, 60), (33, 12)] * 3, medians=(360, 1500)),
         small=True),
]


if __name__ == "__main__":
    with open("decision_times.json", "w", encoding="ascii") as file:
        file.write(json.dumps({"resamples": RESAMPLES, "utcOffsetSeconds": OFFSET, "cases": CASES},
                              separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
