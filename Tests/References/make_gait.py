"""Steps from motion capture and an excerpt of the recording, for comparison with Sources/Signals/Gait.

Made with numpy 2.4.6, scipy 1.17.1, pandas 3.1.1. Reads gait-feet*.csv from the folder given as the argument: the example
data of gaitmap (github.com/mad-lab-fau/gaitmap, MIT, copyright MaD-DiGait and contributors): imu_sample.csv,
stride_borders_sample.csv, stride_events_sample.csv (made by the laboratory from motion capture) and mocap_sample.csv.
Writes gait.json beside this file: the left foot from sample 300 to 2100, scaled to integers, its strides and events,
and for both feet the events of the foot velocity algorithm (O'Connor et al. 2007) over the whole recording.

Usage: python make_gait.py FOLDER
"""
import json, os, sys
import numpy as np
import pandas as pd
from scipy.signal import butter, filtfilt, find_peaks

folder = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
imu = pd.read_csv(os.path.join(folder, "gait-feet.csv"), header=[0, 1], index_col=0)
borders = pd.read_csv(os.path.join(folder, "gait-feet-stride-borders.csv"))
events = pd.read_csv(os.path.join(folder, "gait-feet-stride-events.csv"))
mocap = pd.read_csv(os.path.join(folder, "gait-feet-mocap.csv"), header=[0, 1], index_col=0)
first, last = 300, 2100


def foot_velocity(side):
    """Seconds of heel strikes (troughs of the vertical velocity of the foot's centre while the heel is low) and toe-offs (its peaks)."""
    heel = mocap[side + "_FCC"].z.to_numpy()
    toe = mocap[side + "_TOE"].z.to_numpy()
    b, a = butter(2, 7 / 50)  # O'Connor et al.: fourth order without lag, 7 Hz
    velocity = np.gradient(filtfilt(b, a, (heel + toe) / 2)) * 100
    low = heel.min() + 0.35 * (heel.max() - heel.min())
    strikes = [p for p in find_peaks(-velocity, prominence=50)[0] if heel[p] < low and velocity[p] < -200]
    return [p / 100 for p in strikes], [p / 100 for p in find_peaks(velocity, height=400, distance=40)[0]]


left = imu["left_sensor"].iloc[first:last]
inside = (borders.foot == "left") & (borders.start >= first) & (borders.end < last)
seen = (events.foot == "left") & (events.pre_ic >= first) & (events.end < last)
out = {
    "hertz": 204.8,
    "first": first,
    "centimetresPerSecondSquared": {k: [round(v * 100) for v in left["acc_" + k]] for k in "xyz"},
    "tenthsOfDegreePerSecond": {k: [round(v * 10) for v in left["gyr_" + k]] for k in "xyz"},
    "borders": borders[inside][["start", "end"]].astype(int).to_dict("records"),
    "events": events[seen][["start", "end", "ic", "tc", "min_vel", "pre_ic"]].astype(int).to_dict("records"),
    "footVelocity": {},
}
for foot in ["left", "right"]:
    strikes, offs = foot_velocity(foot[0].upper())
    out["footVelocity"][foot] = {"strikes": strikes, "offs": offs}
json.dump(out, open(os.path.join(here, "gait.json"), "w"), separators=(",", ":"))
print(len(out["borders"]), len(out["events"]))
