#!/usr/bin/env python3
"""Writes days.json: calendar days and moments as Python's datetime has them.

An independent reference for Domain/Day.swift and Domain/Instant.swift. Run it in this folder;
the same Python gives the same bytes. Needs nothing but the standard library (3.9 or later).
"""

import datetime
import json
import random

EPOCH = datetime.date(1970, 1, 1)


def row(date):
    iso = date.isocalendar()
    return [date.year, date.month, date.day, (date - EPOCH).days, date.weekday(), iso[0], iso[1]]


def chosen_days():
    days = set()
    years = [1, 4, 99, 100, 400, 1582, 1600, 1699, 1700, 1752, 1800, 9999]
    years += list(range(1896, 1906)) + list(range(1960, 2051)) + [2096, 2100, 2104, 2400]
    for year in years:
        for month, day in [(1, 1), (1, 4), (2, 28), (3, 1), (12, 28), (12, 31)]:
            days.add(datetime.date(year, month, day))
        try:
            days.add(datetime.date(year, 2, 29))
        except ValueError:
            pass
    for number in range(-40_000, 40_000, 97):
        days.add(EPOCH + datetime.timedelta(days=number))
    return sorted(days)


def chosen_instants():
    rng = random.Random(1970)
    rows = []
    for _ in range(200):
        seconds = rng.randrange(-3_000_000_000, 6_000_000_000)
        offset = rng.choice([0, 8 * 60, 5 * 60 + 30, -3 * 60 - 30, -8 * 60, 14 * 60])
        zone = datetime.timezone(datetime.timedelta(minutes=offset))
        utc = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        local = (utc + datetime.timedelta(seconds=seconds)).astimezone(zone)
        midnight = local.replace(hour=0, minute=0, second=0)
        rows.append([
            seconds, offset * 60, local.isoformat(),
            (utc + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ"),
            (local.date() - EPOCH).days, int((local - midnight).total_seconds()),
        ])
    return rows


def write(path):
    lines = ",\n".join("  " + json.dumps(row(day)) for day in chosen_days())
    moments = ",\n".join("  " + json.dumps(moment) for moment in chosen_instants())
    with open(path, "w", encoding="ascii") as file:
        file.write('{"days": [\n' + lines + '\n], "instants": [\n' + moments + "\n]}\n")


write("days.json")
