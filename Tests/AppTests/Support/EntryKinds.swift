import Domain
import ViewModels

extension Entered {
  /// One entry of each kind, and the ways in which it can meet what is known.
  enum Kind: String, CaseIterable, Sendable {
    case session, sessionWithoutRating, ratingOfARecording, ratingOfAnEnteredSession, otherMinutes
    case firstReport, addedReport, newTest, replacedTest, newInjury, laterReport, holdPutOn, holdLifted
    case holdPutBack, availability, targetEvent, phase, comment, link, unplanned, linkGivenBack

    func entry(_ bench: EntryBench) -> Entry {
      let (id, today) = (bench.athlete, bench.today)
      func injury(
        _ part: Injury.BodyPart, _ ago: Int, last: Day? = nil, _ hold: Injury.Hold = .standing
      ) -> Entry {
        .injury(
          Injury(
            athlete: id, bodyPart: part, onset: today.advanced(by: -ago), lastDay: last,
            severity: .severe, hold: hold))
      }
      func session(_ rpe: Double?) -> Entry {
        .session(
          SessionEntry(
            day: today, second: 6 * 3600 + 1800, sport: .cycling, type: .easy, minutes: 45, rpe: rpe,
            distanceMeters: 12_500))
      }
      func report(_ day: Day) -> Entry {
        .wellness(
          Wellness(
            athlete: id, day: day, restingHeartRate: 49,
            ratings: [.fatigue: WellnessRating(2, on: .oneToFive, .higherIsWorse)!]))
      }
      func test(_ item: TestResult.Item) -> Entry {
        .test(TestResult(athlete: id, day: today, item: item, value: 5))
      }
      return switch self {
      case .session: session(4)
      case .sessionWithoutRating: session(nil)
      case .ratingOfARecording: .rating(bench.recorded, rpe: 7, minutes: 60, .tempo)
      case .ratingOfAnEnteredSession: .rating(bench.entered, rpe: 2, minutes: 60, .easy)
      case .otherMinutes: .rating(bench.recorded, rpe: 7, minutes: 50, .tempo)
      case .firstReport: report(today.advanced(by: -1))
      case .addedReport: report(today)
      case .newTest: test(.sprint50m)
      case .replacedTest: test(.sprint30m)
      case .newInjury: injury(.knee, 1)
      case .laterReport: injury(.hamstring, 9, last: today)
      case .holdPutOn: injury(.calf, 5)
      case .holdPutBack: injury(.ankle, 7)
      case .holdLifted: .liftHold(bench.holding)
      case .availability:
        .availability(.travel, from: today, through: today.advanced(by: 4), utcOffsetSeconds: 3600)
      case .targetEvent: .targetEvent(today.advanced(by: 30), .a, name: "Rosenheim Open")
      case .phase: .phase(.taper, from: today, through: today.advanced(by: 9))
      case .comment: .comment(today, "her aunt called")
      case .link: .link(bench.entered, .chosen(bench.planned[1].id))
      case .unplanned: .link(bench.recorded, .unplanned)
      case .linkGivenBack: .link(bench.entered, nil)
      }
    }
  }
}
