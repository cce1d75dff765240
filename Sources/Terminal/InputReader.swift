import Keys

/// Puts together what ncurses brings a character or a code at a time: keys, pasted text, mouse reports.
package struct InputReader: Sendable {
  private let usesMouse: Bool
  private var inputs: [TerminalInput] = []
  private var pasted: String?
  /// Kept until the next read: a slow line may bring a report in two parts, and nobody waits for the second.
  private var report: PointerReport?
  /// How much is left of a report in the old form, which says nothing beyond column 223 and is not used.
  private var oldReportRest = 0

  package init(usesMouse: Bool) { self.usesMouse = usesMouse }

  /// Takes a character, or a code of ncurses.
  package mutating func take(_ code: UInt32, isKeyCode: Bool) {
    if isKeyCode {
      take(keyCode: Int32(bitPattern: code))
    } else if pasted != nil {
      if let scalar = Unicode.Scalar(code) { pasted?.unicodeScalars.append(scalar) }
    } else if oldReportRest > 0 {
      oldReportRest -= 1
    } else if report == nil || !continueReport(with: code) {
      if let key = typedKey(code) { inputs.append(.key(key)) }
    }
  }

  /// What was put together since the last call.
  package mutating func collect() -> [TerminalInput] {
    if let pasted, !pasted.isEmpty { inputs.append(.pasted(pasted)) }
    pasted = nil
    oldReportRest = 0
    defer { inputs = [] }
    return inputs
  }

  /// Half a report is no longer waited for.
  mutating func forget() { self = InputReader(usesMouse: usesMouse) }

  private mutating func take(keyCode code: Int32) {
    report = nil
    oldReportRest = 0
    if code == KeyCode.pasteBegins {
      pasted = ""
    } else if code == KeyCode.pasteEnds {
      if let pasted { inputs.append(.pasted(pasted)) }
      pasted = nil
    } else if pasted == nil {
      switch code {
      case KeyCode.pointerBegins: report = PointerReport()
      case KeyCode.oldPointerBegins: oldReportRest = 3
      default: if let key = KeyCode.key(of: code) { inputs.append(.key(key)) }
      }
    }
  }

  /// Whether the character was of the report.
  private mutating func continueReport(with code: UInt32) -> Bool {
    switch Unicode.Scalar(code).flatMap({ report?.take($0) }) {
    case .unfinished: return true
    case .ended(let event):
      report = nil
      if let event, usesMouse { add(event) }
      return true
    case .cutOff, nil:
      report = nil
      return false
    }
  }

  /// Of drags on end only the newest counts: where the hand was in between would only be drawn late.
  private mutating func add(_ event: PointerEvent) {
    if event.kind == .dragged, case .pointer(let last)? = inputs.last, last.kind == .dragged {
      inputs.removeLast()
    }
    inputs.append(.pointer(event))
  }
}

private func typedKey(_ code: UInt32) -> Key? {
  switch code {
  case 9: .tab
  case 10, 13: .enter
  case 27: .escape
  case 8, 127: .backspace
  case 1...26: .control(Character(Unicode.Scalar(UInt8(code) + 96)))
  case 0...31: nil
  default: Unicode.Scalar(code).map { .character(Character($0)) }
  }
}
