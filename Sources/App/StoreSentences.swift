import Domain
public import Store
import ViewModels

extension StoreError {
  /// What kept the database from doing it, which, what now.
  public func sentence(path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return switch self {
    case .locked:
      "Not saved: another Sideline is writing to \(file). Close it or try again in a moment; nothing is lost."
    case .newer:
      "\(file) was written by a newer Sideline than this one. Update Sideline; nothing was changed."
    case .older:
      "\(file) was written by an older Sideline. Open it once without --readonly; that brings it up to date."
    case .damaged:
      "\(file) is not a whole Sideline database. Bring back a copy with sideline restore; it was not touched."
    case .notPermitted:
      "\(file) cannot be opened for writing here. Check the folder’s rights, or choose another place with --db."
    case .missing: "\(file) is not there. Check the path; sideline alone makes a new database."
    case .diskFull: "The disk is full: nothing was saved. Make room and try again."
    case .readOnly: "\(file) may only be read. Check the file’s rights, or start without --readonly."
    case .forgotten:
      "The identity file was compacted since: this person is forgotten and cannot be brought back."
    case .duplicateFile: "The same recording is here already; it was not stored twice."
    case .planNotOpen(.notProposed(.approved)): "This plan is approved already. Nothing was changed."
    case .planNotOpen(.notProposed(.rejected)): "This plan is rejected already. Nothing was changed."
    case .planNotOpen(let error):
      error.sentence(
        name: { _ in "Somebody" }, clock: Clock(now: Instant(milliseconds: 0), utcOffsetSeconds: 0))
    case .notAllowed(let right): right.refusal
    case .ruleBroken(let rule):
      "The database refused a change that breaks one of its rules (\(rule)). Nothing was saved."
    case .other(let code):
      "The database could not do it (SQLite code \(code)). Nothing was saved; sideline doctor looks at it."
    }
  }
}
