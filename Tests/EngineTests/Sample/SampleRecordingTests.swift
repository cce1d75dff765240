import Domain
import Testing

#if canImport(Engine)
  import Engine
#else
  import SampleEngine
#endif

@Suite struct SampleRecordingTests {
  let season = SampleCohort.season

  @Test func `every channel has a value or a gap for each timestamp, and time runs forward`() {
    for (_, session, recording) in SampleCohort.recordings() {
      #expect(session.hasRecording)
      #expect(recording.start == session.start)
      #expect(recording.channels.allSatisfy { $0.count == recording.timestamps.count })
      #expect(zip(recording.timestamps, recording.timestamps.dropFirst()).allSatisfy { $0 < $1 })
      #expect(recording.durationSeconds <= Double(session.durationSeconds))
    }
    let items = SampleCohort.histories.flatMap(\.sessions)
    #expect(items.allSatisfy { $0.session.hasRecording == ($0.recording != nil) })
  }

  @Test func `no recording tells where somebody was or with which device`() {
    for (_, _, recording) in SampleCohort.recordings() {
      #expect(!recording.channels.contains { $0.kind.isIdentityClass })
      #expect(recording.device == Device(manufacturer: "simulated", product: "sample watch"))
    }
  }

  @Test func `a heart rate above the true maximum is a spike, and spikes are rare`() {
    var spikes = 0
    var values = 0
    for (index, _, recording) in SampleCohort.recordings() {
      let maximum = Int32(season.trueMaximumHeartRate(index))
      guard let heartRate = recording.channel(.heartRate) else { continue }
      for sample in 0..<heartRate.count where heartRate.validity[sample] {
        let beats = heartRate.raw[sample]
        values += 1
        if beats > maximum { spikes += 1 }
        if beats < 35 || (beats > maximum && !(212...238).contains(beats)) {
          Issue.record("\(beats) bpm of at most \(maximum)")
        }
      }
    }
    #expect(spikes > 0)
    #expect(Double(spikes) < 0.001 * Double(values))
  }

  @Test func `some straps fall silent for seconds, some for minutes`() {
    let dropouts = SampleCohort.recordings().map { _, _, recording in
      recording.channels[0].count - recording.channels[0].validCount
    }
    #expect(dropouts.contains(0))
    #expect(dropouts.count { $0 > 0 } > dropouts.count / 5)
    #expect(dropouts.contains { $0 > 150 })
  }

  @Test func `older sessions stay inside the sample budget`() {
    let old = SampleCohort.recordings().filter { $0.session.day <= season.lastDay.advanced(by: -14) }
    for (_, session, recording) in old {
      #expect(recording.timestamps.count * 3600 <= 230 * max(3600, session.durationSeconds))
      #expect(recording.channels.map(\.kind) == [.heartRate])
      let steps = zip(recording.timestamps, recording.timestamps.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { (4_000...20_000).contains($0) })
    }
    let samples = old.reduce(0) { $0 + $1.recording.timestamps.count }
    #expect(samples / old.count < 210)
  }

  @Test func `the last fortnight is kept every second, runs with cadence and speed`() {
    let recent = SampleCohort.recordings().filter { $0.session.day > season.lastDay.advanced(by: -14) }
    #expect(recent.count > 400)
    for (_, session, recording) in recent {
      #expect(recording.timestamps.count == session.durationSeconds)
      let kinds: [Channel.Kind] =
        session.sport == .running ? [.heartRate, .cadence, .speed] : [.heartRate]
      #expect(recording.channels.map(\.kind) == kinds)
      if let speed = recording.channel(.speed) { #expect(speed.raw.allSatisfy { $0 % 50 == 0 }) }
    }
  }

  @Test func `the heart follows the work: intervals peak higher than easy runs`() {
    func meanPeak(_ type: SessionType) -> Double {
      let peaks = SampleCohort.recordings().filter { $0.session.type == type }.compactMap { item in
        let maximum = season.trueMaximumHeartRate(item.index)
        return item.recording.channels[0].raw.filter { $0 <= maximum }.max().map {
          Double($0) / Double(maximum)
        }
      }
      return peaks.reduce(0, +) / Double(peaks.count)
    }
    #expect((0.7...0.82).contains(meanPeak(.easy)))
    #expect((0.82...0.9).contains(meanPeak(.tempo)))
    #expect(meanPeak(.intervals) > 0.88)
  }
}
