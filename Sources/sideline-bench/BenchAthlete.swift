import Cells
import Domain
import Keys
import Panes
import ViewModels

extension Main {
  /// A key and its frame in each view of the athlete pane, ten years of daily sessions, plans and morning figures.
  static func benchAthlete() {
    let years = 10
    let row = row(0)
    let now = Instant(seconds: 1_795_390_260)
    let views: [(name: String, keys: [Key], key: Key)] = [
      ("chart, 10 weeks", [], .left),
      ("chart, 104 weeks", Array(repeating: .character("+"), count: 9), .left),
      ("week view", [.character("w")], .left), ("season view", [.character("s")], .up),
    ]
    let detail = decade(years: years, of: row.athlete, through: now.day(utcOffsetSeconds: 0).advanced(by: -1))
    for view in views {
      var state = AppState(clock: Clock(now: now, utcOffsetSeconds: 0))
      _ = state.update(
        .roster(.loaded(rows: [row], total: 1, counts: [:], hasMore: false, isFirstPage: true)))
      _ = state.update(.detailLoaded(detail))
      state.pane = .athlete
      for key in view.keys { _ = state.update(.keyPressed(key)) }
      var cells = 0
      let seconds = runs(40) {
        _ = state.update(.keyPressed(view.key))
        var buffer = CellBuffer(width: 200, height: 60)
        draw(state, on: &buffer)
        cells = buffer.cells.count
      }
      report(
        "athlete", input: "\(years) years, \(view.name), 200x60", runs: seconds,
        quality: ["cells": cells, "ms": median(seconds) * 1000], n: detail.loadDays.count)
    }
  }

  private static func decade(years: Int, of athlete: Athlete, through last: Day) -> AthleteDetail {
    let count = years * 365
    let first = last.advanced(by: 1 - count)
    var detail = AthleteDetail(athlete: athlete, identity: Identity(name: "Ten Years"))
    var (chronic, acute) = (0.0, 0.0)
    for offset in 0..<count {
      let day = first.advanced(by: offset)
      let minutes = 30 + offset * 37 % 90
      let load = Double(minutes * (3 + offset % 5))
      chronic += (load - chronic) / 42
      acute += (load - acute) / 7
      detail.sessions.append(
        Session(
          id: SessionID(bits: UInt64(offset + 1)), athlete: athlete.id,
          start: day.start(utcOffsetSeconds: 0).adding(seconds: 36_000), utcOffsetSeconds: 0,
          sport: .running, type: .easy, durationSeconds: minutes * 60, rpe: 4,
          zoneSeconds: [600, 600, 600, 60, 0],
          loads: [.sessionRPE: Sourced(load, .measured, by: .sessionRPE)], hasRecording: true))
      detail.loadDays.append(
        LoadDay(
          day: day, load: load, sessions: 1, origin: .measured, method: .dailyTotal, chronic: chronic,
          acute: acute, monotony: 1.2, strain: 3000))
    }
    detail.sessions.reverse()
    detail.plans = stride(from: 0, to: count, by: 7).map { offset in
      let week = first.advanced(by: offset).week
      let sessions = week.days.enumerated().map { index, day in
        PlannedSession(
          id: PlannedSessionID(bits: UInt64(day.number * 8 + index)), day: day, type: .easy, minutes: 60,
          intensity: 4)
      }
      return Plan(
        id: PlanID(bits: UInt64(offset + 1)), athlete: athlete.id, week: week, version: 1,
        author: .policy(.fixedSchedule, seed: 1),
        sessions: sessions, proposedAt: Instant(seconds: 0))
    }
    detail.mornings = [MorningSeries.Item.lnRMSSD, .restingHeartRate, .sleepHours].map {
      MorningSeries(
        item: $0, lastDay: last.advanced(by: 1), values: (0..<count).map { Double($0 % 7) }, low: 2, high: 4,
        standing: .inside)
    }
    return detail
  }
}
