#!/usr/bin/env python3
"""Writes smoothing_scaling.json: running medians by pandas and SciPy, scalers by scikit-learn, to compare ours with.

Made with numpy 2.4.6, scipy 1.17.1, pandas 3.1.1 and scikit-learn 1.9.1.
"""
import json, os
import numpy as np, scipy, pandas as pd, sklearn
from scipy.ndimage import median_filter
from scipy.signal import medfilt
from sklearn.preprocessing import MinMaxScaler, StandardScaler, RobustScaler

g = np.random.default_rng(7)
n = 240
x = np.float32(150 + np.cumsum(g.normal(0, 2, n)) + np.where(g.random(n) < 0.05, 60, 0))
x = np.float32(np.round(x * 4) / 4)
x[40:60] = 120          # many alike
bad = g.random(n) < 0.2
bad[100:118] = True
medians = []
for width in [1, 3, 5, 11, 51, 101, 601]:
    series = pd.Series(np.where(bad, np.nan, x.astype(float)))
    with_gaps = series.rolling(width, center=True, min_periods=1).median()
    whole = pd.Series(x.astype(float)).rolling(width, center=True, min_periods=1).median()
    case = {"samples": width, "whole": whole.tolist(),
            "withGaps": [None if b else v for b, v in zip(bad, with_gaps)]}
    if width < n:     # away from the ends the other two agree, which is asserted here
        h = width // 2
        assert np.array_equal(whole[h:n - h], median_filter(x, width)[h:n - h].astype(float))
        assert np.array_equal(whole[h:n - h], medfilt(x, width)[h:n - h].astype(float))
    medians.append(case)

t = np.column_stack([g.normal(150, 12, 61), g.normal(1e6, 0.5, 61), g.exponential(3, 61), g.integers(0, 4, 61)])
t = t.round(4)
t[g.random(t.shape) < 0.15] = np.nan
t[5, 0] = 900
later = np.column_stack([g.normal(150, 30, 9), g.normal(1e6, 1, 9), g.exponential(5, 9), g.integers(-2, 8, 9)])
later = later.round(4)
later[2, 1] = np.nan
cells = lambda a: [[None if np.isnan(v) else float(v) for v in c] for c in a.T]
scalers = {}
for name, s in [("minMax", MinMaxScaler()), ("standard", StandardScaler()), ("robust", RobustScaler())]:
    s.fit(t)
    scalers[name] = {"transformed": cells(s.transform(t)), "later": cells(s.transform(later)),
                     "inverse": cells(s.inverse_transform(later))}
scalers["minMax"].update(origin=MinMaxScaler().fit(t).data_min_.tolist(), spread=MinMaxScaler().fit(t).data_range_.tolist())
scalers["standard"].update(origin=StandardScaler().fit(t).mean_.tolist(), spread=StandardScaler().fit(t).scale_.tolist())
scalers["robust"].update(origin=RobustScaler().fit(t).center_.tolist(), spread=RobustScaler().fit(t).scale_.tolist())

out = {"versions": f"numpy {np.__version__}, scipy {scipy.__version__}, pandas {pd.__version__}, scikit-learn {sklearn.__version__}",
       "values": x.tolist(), "bad": np.flatnonzero(bad).tolist(), "medians": medians,
       "table": cells(t), "later": cells(later), "scalers": scalers}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "smoothing_scaling.json"), "w") as f:
    json.dump(out, f, separators=(",", ":"))
