import Keys
import ViewModels

/// Presses keys by the names people read: `press(&state, "j j Enter")`. Returns all they asked for.
@discardableResult
func press(_ state: inout AppState, _ script: String) -> [Effect] {
  script.split(separator: " ").flatMap { word in
    guard let key = Key(String(word)) else { preconditionFailure("no key is called \(word)") }
    return state.update(.keyPressed(key))
  }
}

/// Types letter by letter, spaces included.
@discardableResult
func enter(_ state: inout AppState, _ text: String) -> [Effect] {
  text.flatMap { state.update(.keyPressed(.character($0))) }
}

/// What stands above the keys.
func said(_ state: AppState) -> String? { state.message?.text }

extension AppState {
  var form: Form? {
    if case .form(let form) = overlay { return form }
    return nil
  }
  var question: Confirmation? {
    if case .confirm(let confirmation) = overlay { return confirmation }
    return nil
  }
}

extension Form {
  func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

// MARK: Forms

/// Moves down to the field `key`.
func go(to key: String, in state: inout AppState) {
  guard let form = state.form, form.field(key) != nil else {
    preconditionFailure("no field is called \(key)")
  }
  while state.form?.fields[state.form!.selected].key != key { press(&state, "Down") }
}

/// Types each text into its field.
func fill(_ values: [(String, String)], in state: inout AppState) {
  for (key, text) in values {
    go(to: key, in: &state)
    enter(&state, text)
  }
}

/// What stands beside the fields.
func complaints(_ state: AppState) -> [String: String] {
  let wrong = state.form?.fields.compactMap { field in field.complaint.map { (field.key, $0) } }
  return Dictionary(uniqueKeysWithValues: wrong ?? [])
}
