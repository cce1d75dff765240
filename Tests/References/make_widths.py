#!/usr/bin/env python3
"""Writes widths.json: columns of code points and of names as the Python package wcwidth has them.

An independent reference for Cells/TextWidth.swift. Needs wcwidth 0.7.0 (pip install wcwidth==0.7.0),
whose tables are Unicode 17; only code points that Python's own unicodedata knows are taken, since
what is not assigned has no agreed width. Controls are left out: wcwidth has no width for them.
"""

import json
import random
import sys
import unicodedata

import wcwidth

SEED = 2026
WHOLE = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x300, 0x36F), (0x2010, 0x2027), (0x2030, 0x205E), (0x2190, 0x21FF),
    (0x2500, 0x25FF), (0x2600, 0x266F), (0x2700, 0x27BF), (0x3000, 0x30FF), (0x1F300, 0x1F37F),
    # Where CellsTests lists that we differ.
    (0x268A, 0x268F), (0x3164, 0x3164), (0x4DC0, 0x4DFF), (0x1D300, 0x1D376), (0x1F1E6, 0x1F1FF),
    (0x1F3FB, 0x1F3FF),
]
SAMPLED = [
    (0x100, 0xFFF, 400), (0x1000, 0x1FFF, 300), (0x2000, 0x2FFF, 200), (0x3000, 0xABFF, 400),
    (0xAC00, 0xD7FF, 100), (0xE000, 0xFFFF, 200), (0x10000, 0x1FFFF, 800), (0x20000, 0x2FFFF, 150),
    (0x30000, 0x3FFFF, 50), (0xE0100, 0xE01EF, 20), (0xF0000, 0xFFFFD, 20), (0x100000, 0x10FFFD, 20),
]
TEXTS = [
    "李雨桐", "Tomáš", "Toma\u0301s\u030c", "Zoë", "Zoe\u0308", "Amina Diallo", "Nguyễn Thị Ánh",
    "Nguye\u0302\u0303n", "김민준", "さくら", "ﾊﾝｶｸ", "ＡＢＣ", "Ødegård", "Łukasz", "Дарья", "Ελένη",
    "יעל", "ليلى", "สมชาย", "🏃", "⏱", "⌚", "🚴", "a👟b", "4 × 600 m", "≈ 72 ± 3 bpm", "▁▂▃▄▅▆▇█",
    "⣿⡇", "│─╭╮", "12:30–13:45", "", " ",
    # Where terminals do not agree, or we differ; CellsTests says which and why.
    "👨\u200d👩\u200d👧", "❤\ufe0f", "🇨🇳", "👍🏽", "\u1112\u1161\u11ab", "कि", "\u0301",
]


def is_wanted(value):
    character = chr(value)
    return unicodedata.category(character) not in ("Cn", "Cs", "Cc") and wcwidth.wcwidth(character) >= 0


def edges():
    """Both sides of every change of width: where a table's range is off by one, it shows here."""
    for value in range(0x20, 0x10FFFF):
        if wcwidth.wcwidth(chr(value)) != wcwidth.wcwidth(chr(value + 1)):
            yield from (side for side in (value, value + 1) if is_wanted(side))


def code_points():
    rng = random.Random(SEED)
    chosen = {value for low, high in WHOLE for value in range(low, high + 1) if is_wanted(value)}
    chosen.update(edges())
    for low, high, count in SAMPLED:
        pool = [value for value in range(low, high + 1) if is_wanted(value)]
        chosen.update(rng.sample(pool, min(count, len(pool))))
    return sorted(chosen)


def write(path):
    assert wcwidth.__version__ == "0.7.0", "made with another wcwidth: " + wcwidth.__version__
    points = [[v, wcwidth.wcwidth(chr(v)), unicodedata.category(chr(v))] for v in code_points()]
    texts = [[text, wcwidth.wcswidth(text)] for text in TEXTS]
    with open(path, "w", encoding="ascii") as file:
        file.write('{"wcwidth": "%s", "unicodedata": "%s",\n "texts": [\n' % (
            wcwidth.__version__, unicodedata.unidata_version))
        file.write(",\n".join("  " + json.dumps(text) for text in texts) + '\n],\n "points": [\n')
        rows = [json.dumps(point, separators=(",", ":")) for point in points]
        lines = [",".join(rows[i:i + 8]) for i in range(0, len(rows), 8)]
        file.write(",\n".join(lines) + "\n]}\n")
    print(len(points), "code points", file=sys.stderr)


write("widths.json")
