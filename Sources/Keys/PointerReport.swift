/// One mouse report as it comes in, a character at a time, from after its `ESC [ <` on.
///
/// Shape: `button ; column ; row M`, or `m` for a release; columns and rows from 1.
/// Convention: the bits 4, 8 and 16 of the button are Shift, Alt and Ctrl, 32 is motion, 64 the wheel.
/// Source: xterm control sequences, “Extended coordinates”, SGR (1006). Like any control sequence (ECMA-48, 5.4) it goes
/// on through `U+0020…U+003F` and ends with one of `U+0040…U+007E`: of a report gone wrong no rest is typed as keys.
public struct PointerReport: Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case unfinished
    /// `nil` where it says nothing that is used here: another button, a place that cannot be, nonsense.
    case ended(PointerEvent?)
    /// The character is not of this report, which was cut off.
    case cutOff
  }

  /// The numbers so far; the last one grows.
  private var numbers: [Int?] = [nil]
  private var isNonsense = false

  /// More cells than any window has: the system counts them in 16 bits.
  private static let limit = 65_535
  private static let modifiers = 4 | 8 | 16

  public init() {}

  public mutating func take(_ character: Unicode.Scalar) -> Step {
    switch character {
    case "0"..."9":
      let number = (numbers[numbers.count - 1] ?? 0) * 10 + Int(character.value) - 48
      numbers[numbers.count - 1] = min(number, PointerReport.limit + 1)
    case ";" where numbers.count < 3: numbers.append(nil)
    case " "..."?": isNonsense = true
    case "M": return .ended(event(isRelease: false))
    case "m": return .ended(event(isRelease: true))
    case "@"..."~": return .ended(nil)
    default: return .cutOff
    }
    return .unfinished
  }

  private func event(isRelease: Bool) -> PointerEvent? {
    let places = 1...PointerReport.limit
    guard !isNonsense, numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], places.contains(column), places.contains(row),
      let kind = kind(of: button & ~PointerReport.modifiers, isRelease: isRelease)
    else { return nil }
    return PointerEvent(kind, column: column - 1, row: row - 1)
  }

  private func kind(of button: Int, isRelease: Bool) -> PointerEvent.Kind? {
    switch (button, isRelease) {
    case (0, false): .pressed
    case (0, true): .released
    case (32, false): .dragged
    case (64, false): .scrolledUp
    case (65, false): .scrolledDown
    default: nil
    }
  }
}
