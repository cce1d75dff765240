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
