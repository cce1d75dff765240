"""Beat classes by NeuroKit2 (MIT), for comparison with Sources/Signals/HeartRateVariability.

Made with neurokit2 0.3.0, numpy 2.4.6, pandas 3.1.1. Reads two series of RR intervals from the folder given as the
argument: rest_rri.txt (github.com/rhenanbartels/hrv, BSD-3-Clause) and pyhrv_nni_short.txt
(github.com/PGomes92/pyhrv, BSD-3-Clause). Writes beats.json beside this file.

Usage: python make_beats.py FOLDER
"""
import json, os, sys
import neurokit2 as nk
import numpy as np

folder = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))


def read(name):
    return [int(x) for x in open(os.path.join(folder, name)).read().split()]


def inject(clean, every, order):
    """The series with a fault every so many beats: (series, [[kind, first measured interval of the fault]])."""
    series, faults, at, turn = [], [], 0, 0
    while at < len(clean):
        if at > 0 and at % every == 0 and at + 3 < len(clean):
            kind = order[turn % len(order)]
            turn += 1
            faults.append([kind, len(series)])
            if kind == "missed":
                series.append(clean[at] + clean[at + 1])
            elif kind == "extra":
                part = round(clean[at] * 0.4)
                series += [part, clean[at] - part, clean[at + 1]]
            else:  # a beat 30 % early, with the pause behind it
                early = round(clean[at] * 0.3)
                series += [clean[at] - early, clean[at + 1] + early]
            at += 2
        else:
            series.append(clean[at])
            at += 1
    return series, faults


def classes(series):
    """NeuroKit2's beats are the ends of the intervals: beat i + 1 ends interval i."""
    peaks = np.concatenate([[0], np.cumsum(series)])
    info, corrected = nk.signal_fixpeaks(peaks, sampling_rate=1000, iterative=False, method="Kubios")
    kinds = {k: sorted(int(i) - 1 for i in info[k]) for k in ["ectopic", "missed", "extra", "longshort"]}
    return kinds, float(np.sqrt(np.mean(np.diff(np.diff(corrected)) ** 2)))


rest = read("rest_rri.txt")
short = read("pyhrv_nni_short.txt")
out = {"neurokit2": nk.__version__, "cases": []}


def add(name, series, faults):
    kinds, rmssd = classes(series)
    out["cases"].append(
        {
            "name": name,
            "intervals": series,
            "faults": [{"kind": k, "at": i} for k, i in faults],
            "classes": kinds,
            "correctedRMSSD": rmssd,
        }
    )


add("rest", rest, [])
add("short", short, [])
for every, order in [(37, ["missed", "extra", "ectopic"]), (23, ["ectopic"]), (29, ["missed", "extra"])]:
    series, faults = inject(rest, every, order)
    add(f"rest, every {every}", series, faults)
json.dump(out, open(os.path.join(here, "beats.json"), "w"), separators=(",", ":"))
for c in out["cases"]:
    print(c["name"], len(c["intervals"]), {k: len(v) for k, v in c["classes"].items()}, len(c["faults"]), c["correctedRMSSD"])
