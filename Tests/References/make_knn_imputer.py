#!/usr/bin/env python3
"""Writes knn_imputer.json: small tables filled in by scikit-learn's KNNImputer, and the neighbours by its distances.

An independent reference for Signals/Tables. Made with scikit-learn 1.9.1 and numpy 2. Run it in this folder.

Rows at distance 0 stand on a grid of quarters: scikit-learn expands the square, which is exact there only. Rows that
are equally far at the last place have the same value in the column: which of them is chosen is left open by it.
Columns far from 0 use its own distance written out, as the expansion loses all its digits there.
"""

import json

import numpy as np
from sklearn.impute import KNNImputer
from sklearn.metrics.pairwise import nan_euclidean_distances

NAN = float("nan")
cases = []


def plain(table):
    return [[None if np.isnan(value) else float(value) for value in row] for row in np.asarray(table, float)]


def direct(x, y, *, missing_values):
    """The distance without expanding the square."""
    there = ~np.isnan(x) & ~np.isnan(y)
    return np.sqrt(((x - y)[there] ** 2).sum() / there.sum() * len(x)) if there.any() else NAN


def both(name, fit, *neighbours, other=None, metric="nan_euclidean"):
    """What stands where something was missing, by row and by column among those that scikit-learn keeps."""
    fit = np.asarray(fit, float)
    table = fit if other is None else np.asarray(other, float)
    missing = np.isnan(table[:, ~np.isnan(fit).all(axis=0)])
    results = []
    for k in neighbours:
        for weights in ("uniform", "distance"):
            whole = KNNImputer(n_neighbors=k, weights=weights, metric=metric).fit(fit).transform(table)
            results.append({"neighbours": k, "weights": weights, "cells": whole[missing].tolist()})
    cases.append({"name": name, "fit": plain(fit), "other": None if other is None else plain(other),
                  "results": results})


def with_gaps(rng, table, share):
    table = np.array(table, float)
    table[rng.random(table.shape) < share] = NAN
    for column in range(table.shape[1]):
        if np.isnan(table[:, column]).all():
            table[0, column] = 1.0
    return table


rng = np.random.default_rng(27)
noise = lambda rows, columns: np.round(rng.normal(size=(rows, 3)) @ rng.normal(size=(3, columns))
                                       + 0.3 * rng.normal(size=(rows, columns)), 3)

both("the documentation's table", [[1, 2, NAN], [3, 4, 3], [NAN, 6, 5], [8, 8, 7]], 2)
scattered = with_gaps(rng, noise(36, 6), 0.25)
both("scattered gaps", scattered, 1, 3, 5)
both("more neighbours than rows", with_gaps(rng, noise(9, 4), 0.3), 100)
both("mostly gaps", with_gaps(rng, noise(30, 5), 0.7), 4)
both("two words of columns", with_gaps(rng, noise(14, 70), 0.1), 3)
both("new rows", with_gaps(rng, noise(25, 5), 0.15), 3,
     other=np.vstack([with_gaps(rng, noise(8, 5), 0.4), np.full((1, 5), NAN), noise(1, 5)]))
both("columns of very different size", with_gaps(rng, noise(20, 3), 0.2) * [1e-3, 1, 1e4] + [0, 5, -2e4], 4,
     metric=direct)

few = noise(10, 3)
few[2:, 1] = NAN
both("two rows have the column", few, 5)
empty = with_gaps(rng, noise(10, 4), 0.2)
empty[[1, 6]] = NAN
both("rows of nothing", empty, 3)
# The gap of row 0 meets rows that have column 2 and share nothing with it, one that does, and one that lacks it.
both("rows that share no coordinate",
     [[1, NAN, NAN], [NAN, 2, 3], [NAN, 5, 7], [2, NAN, 11], [1.5, 4, NAN]], 3)
both("nothing to compare with", [[1, NAN, NAN], [NAN, 2, 3], [NAN, 5, 7], [NAN, 1, 20]], 2)
both("a constant column", [[3, 1, NAN], [3, 2, 5], [3, 4, 7], [3, NAN, 8], [NAN, 5, 9]], 2)
both("one row for a new one", [[1, 2, 3]], 5, other=[[NAN, 4, NAN], [NAN, NAN, NAN], [1, 2, NAN]])

grid = np.round(rng.normal(size=(6, 4)) * 4) / 4
same = np.vstack([grid, grid, grid[:3]])
same[:, 3] = np.round(rng.normal(size=15) * 4) / 4
same[[0, 2, 8, 13], 3] = NAN
both("rows at distance 0", same, 3)
both("more rows at distance 0 than neighbours",
     [[1, 2, NAN], [1, 2, 4], [1, 2, 4], [1, 2, 4], [1, 3, 9], [2, 2, 8]], 2)
both("ties that give the same", [[0, 0, NAN], [1, 0, 6], [0, 1, 6], [-1, 0, 6], [0, -1, 6], [0.5, 0, 2]], 3)
# At k = 4 all four at distance 1 are taken: the tie is not at the last place.
both("ties that are all taken", [[0, 0, NAN], [1, 0, 5], [0, 1, 6], [-1, 0, 7], [0, -1, 10], [3, 0, 2]], 4)

hollow = with_gaps(rng, noise(12, 4), 0.2)
hollow[:, 2] = NAN
both("a column of nothing is dropped", hollow, 3)

# The neighbours of each gap, where the next one is clearly farther.
distances = nan_euclidean_distances(scattered)
neighbours = []
for row, column in zip(*np.nonzero(np.isnan(scattered))):
    donors = np.flatnonzero(~np.isnan(scattered[:, column]) & ~np.isnan(distances[row]))
    order = donors[np.argsort(distances[row, donors], kind="stable")]
    far = distances[row, order]
    if np.diff(far[:4]).min() > 1e-9:
        neighbours.append({"row": int(row), "column": int(column), "rows": order[:3].tolist(),
                           "distances": far[:3].tolist()})

with open("knn_imputer.json", "w") as file:
    json.dump({"cases": cases, "scattered": plain(scattered), "neighbours": neighbours}, file, separators=(",", ":"))
    file.write("\n")
