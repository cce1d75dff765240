import Domain
import Engine
import Foundation
import Support
import Testing

@Suite struct PowerLoadTests {
  private func steady(_ watts: Int32?, seconds: Int) -> [Int32?] {
    Array(repeating: watts, count: seconds)
  }

  private func recording(_ watts: [Int32?], pauses: [Pause] = []) -> Recording {
    makeRecording([makeChannel(.power, watts)], pauses: pauses)
  }

  @Test func `even power is its own normalised power`() throws {
    let power = try #require(normalisedPower(of: recording(steady(240, seconds: 3600))))
    #expect(power.watts.isClose(to: 240))
    #expect(power.seconds == 3600 && power.samples == 3600)
  }

  @Test func `an hour at threshold is a hundred points`() {
    #expect(powerLoad(normalised: 250, threshold: 250, seconds: 3600).isClose(to: 100))
  }

  @Test func `half an hour at 280 of 300 W is 43 points and a half`() {
    // A rider's example in a forum of The Run Zone: (280 / 300)² × 0.5 = 0.43….
    #expect(powerLoad(normalised: 280, threshold: 300, seconds: 1800).isClose(to: 43.5555555555555))
  }

  @Test func `two levels weigh by their fourth powers`() throws {
    // Thirty seconds of each: means of n s at 300 and 30 − n at 100, n = 0...30.
    let watts = steady(100, seconds: 30) + steady(300, seconds: 30)
    let means = (0...30).map { (high: Int) -> Double in Double(high * 300 + (30 - high) * 100) / 30 }
    let sum: Double = means.reduce(0) { $0 + pow($1, 4) }
    let expected = pow(sum / 31, 0.25)
    #expect(try #require(normalisedPower(of: recording(watts))).watts.isClose(to: expected))
  }

  @Test func `less than half a minute has no normalised power`() {
    #expect(normalisedPower(of: recording(steady(200, seconds: 29))) == nil)
    #expect(normalisedPower(of: recording(steady(200, seconds: 30))) != nil)
    #expect(normalisedPower(of: recording(steady(nil, seconds: 60))) == nil)
    #expect(normalisedPower(of: makeRecording(perSecond: [120, 130])) == nil)
  }

  @Test func `rolling down a hill counts as nothing, not as a gap`() throws {
    let watts = steady(200, seconds: 30) + steady(0, seconds: 30)
    let power = try #require(normalisedPower(of: recording(watts)))
    #expect(power.seconds == 60)
    #expect(power.watts < 200)
  }

  @Test func `a meter silent for less than half a minute holds its last value`() throws {
    let watts = steady(200, seconds: 60) + steady(nil, seconds: 29) + steady(200, seconds: 60)
    let power = try #require(normalisedPower(of: recording(watts)))
    #expect(power.seconds == 149)
    #expect(power.watts.isClose(to: 200))
  }

  @Test func `a longer silence ends the window and its time is not counted`() throws {
    // Held for 30 s, 400 W last 89 s: 60 means of 400 and 31 of 100, none of both.
    let watts = steady(400, seconds: 60) + steady(nil, seconds: 100) + steady(100, seconds: 60)
    let power = try #require(normalisedPower(of: recording(watts)))
    #expect(power.seconds == 89 + 60)
    let fourthPowers: Double = 60 * pow(400, 4) + 31 * pow(100, 4)
    let expected = pow(fourthPowers / 91, 0.25)
    #expect(power.watts.isClose(to: expected))
  }

  @Test func `a pause ends the window and its time is not counted`() throws {
    let watts = steady(200, seconds: 60) + steady(999, seconds: 40) + steady(200, seconds: 60)
    let power = try #require(
      normalisedPower(of: recording(watts, pauses: [Pause(start: 60_000, end: 100_000)])))
    #expect(power.watts.isClose(to: 200))
    #expect(power.seconds == 120)
  }

  @Test func `a script that shares no line with us finds the same power and load`() throws {
    let cases = try SharedFiles.reference("power.json", as: [PowerCase].self)
    #expect(cases.count == 4)
    for one in cases {
      let recording = makeRecording(
        [makeChannel(.power, one.watts)], milliseconds: one.milliseconds,
        pauses: one.pauses.map { Pause(start: $0[0], end: $0[1]) })
      let power = try #require(normalisedPower(of: recording))
      #expect(power.seconds == one.seconds)
      #expect(power.watts.isClose(to: one.normalised))
      let load = powerLoad(
        normalised: power.watts, threshold: one.threshold, seconds: Double(power.seconds))
      #expect(load.isClose(to: one.load))
    }
  }
}

private struct PowerCase: Decodable {
  var threshold: Int
  var milliseconds: [Int64]
  var watts: [Int32?]
  var pauses: [[Int64]]
  var seconds: Int
  var normalised, load: Double
}
