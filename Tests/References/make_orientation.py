#!/usr/bin/env python3
"""Writes orientation.json: quaternions by SciPy and orientation filters by the package ahrs.

An independent reference for Sources/Signals/Orientation. Made with numpy 2.4.6, scipy 1.17.1 and AHRS 0.4.0. Run it in
this folder with the path of gait-feet.csv, which is example_data/imu_sample.csv of mad-lab-fau/gaitmap (commit
05ad971616, MIT licence, Copyright (c) 2020 MaD-Lab Erlangen): the excerpt in the fixture is
the left foot's first 600 samples, standing and the first strides.

ahrs starts its filters from a quaternion that is given here; with a zero angular rate it would hold the orientation,
where the paper goes on correcting, so no rate here is exactly zero. Its Mahony filter has magnetic north on the y axis:
its quaternions are turned to north on x.
"""

import json
import sys

import numpy as np
from ahrs.common.orientation import acc2q
from ahrs.filters import Madgwick, Mahony
from scipy.spatial.transform import Rotation


def wxyz(rotation):
    x, y, z, w = rotation.as_quat()
    return [w, x, y, z]


def rotations(rng):
    rows = []
    for _ in range(12):
        a, b = Rotation.random(random_state=rng), Rotation.random(random_state=rng)
        v = rng.normal(size=3)
        angles = rng.uniform([-3, -1.5, -3], [3, 1.5, 3])
        rows.append(
            {
                "a": wxyz(a), "b": wxyz(b), "v": v.tolist(), "product": wxyz(a * b), "rotated": a.apply(v).tolist(),
                "yawPitchRoll": angles.tolist(), "fromEuler": wxyz(Rotation.from_euler("ZYX", angles)),
            }
        )
    return rows


def alignments(rng):
    """Orientations from one acceleration and one magnetic field: TRIAD, as align_vectors does it with an infinite
    weight on the first; the field's level part is north."""
    rows = []
    for _ in range(8):
        up, field = rng.normal(size=3) * 9, rng.normal(size=3) * 40
        k = up / np.linalg.norm(up)
        dip = field @ k
        north = np.array([np.sqrt(field @ field - dip * dip), 0, dip])
        rotation, _ = Rotation.align_vectors([[0, 0, 1], north], [k, field], weights=[np.inf, 1])
        rows.append({"acceleration": up.tolist(), "field": field.tolist(), "marg": wxyz(rotation),
                     "imu": acc2q(up).tolist()})
    return rows


def turning(rng, count, hertz):
    """A body that turns and shakes: readings as 32-bit numbers."""
    t = np.arange(count) / hertz
    rate = np.stack([1.5 * np.sin(2 * t), 0.8 * np.cos(3 * t) + 0.3, 2 * np.sin(t + 1)], 1) + rng.normal(size=(count, 3)) * 0.02
    acceleration = np.stack([3 * np.sin(2 * t), 4 * np.cos(1.5 * t), 8 + 2 * np.sin(t)], 1) + rng.normal(size=(count, 3)) * 0.3
    field = np.stack([22 * np.cos(t), 15 * np.sin(1.2 * t), -38 + 5 * np.sin(t)], 1) + rng.normal(size=(count, 3))
    return [np.round(x, 3).astype(np.float32) for x in (rate, acceleration, field)]


def run(step, q, rate, acceleration, field, steps):
    rows = [q]
    for i in range(1, len(rate)):
        arguments = [rows[-1], rate[i].astype(float), acceleration[i].astype(float)]
        if field is not None:
            arguments.append(field[i].astype(float))
        rows.append(step(*arguments, dt=steps[i]))
    return rows


def synthetic(rng):
    count = 240
    rate, acceleration, field = turning(rng, count, 50.0)
    milliseconds = np.cumsum(np.r_[0, rng.integers(10, 40, count - 1)])
    steps = np.r_[0, np.diff(milliseconds) / 1000]
    q = np.array(wxyz(Rotation.from_euler("ZYX", [0.4, -0.3, 0.8])))
    # Frame with north on y = frame with north on x, turned by 90 degrees.
    turn = Rotation.from_euler("Z", np.pi / 2)
    toY = lambda p: np.array(wxyz(turn * Rotation.from_quat([p[1], p[2], p[3], p[0]])))
    toX = lambda p: wxyz(turn.inv() * Rotation.from_quat([p[1], p[2], p[3], p[0]]))
    mahony = Mahony(k_P=1.0, k_I=0.3)
    mahonyField = Mahony(k_P=1.0, k_I=0.3)
    results = {
        "madgwickIMU": run(Madgwick(gain=0.1).updateIMU, q, rate, acceleration, None, steps),
        "madgwickMARG": run(Madgwick(gain=0.2).updateMARG, q, rate, acceleration, field, steps),
        "mahonyIMU": run(mahony.updateIMU, q, rate, acceleration, None, steps),
        "mahonyMARG": [toX(p) for p in run(mahonyField.updateMARG, toY(q), rate, acceleration, field, steps)],
    }
    return {
        "milliseconds": milliseconds.tolist(), "start": q.tolist(), "rate": short(rate, 3), "acceleration": short(acceleration, 3),
        "field": short(field, 3), "every": 20,
        "quaternions": {name: [list(map(float, p)) for p in rows[::20]] for name, rows in results.items()},
    }


def short(x, digits):
    return [[round(float(v), digits) for v in row] for row in x]


def real(path):
    table = np.genfromtxt(path, delimiter=",", skip_header=2, max_rows=600)
    acceleration = np.round(table[:, [1, 3, 5]], 3).astype(np.float32)
    degrees = np.round(table[:, [7, 9, 11]], 2)
    degrees[np.all(degrees == 0, 1)] = 0.01
    degrees = degrees.astype(np.float32)
    rate = degrees * np.float32(np.pi / 180)
    steps = np.full(len(rate), 1 / 204.8)
    q = acc2q(acceleration[0].astype(float))
    rows = run(Madgwick(gain=0.033).updateIMU, q, rate, acceleration, None, steps)
    return {"hertz": 204.8, "degrees": short(degrees, 2), "acceleration": short(acceleration, 3), "every": 20,
            "quaternions": [list(map(float, p)) for p in rows[::20]]}


rng = np.random.default_rng(20110629)
result = {"rotations": rotations(rng), "alignments": alignments(rng), "synthetic": synthetic(rng), "real": real(sys.argv[1])}
result["real"]["source"] = "mad-lab-fau/gaitmap example_data/imu_sample.csv, MIT licence, Copyright (c) 2020 MaD-Lab Erlangen"
with open("orientation.json", "w") as file:
    json.dump(result, file, separators=(",", ":"))
