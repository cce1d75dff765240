public import Keys

/// What reached the terminal since the last look.
public enum TerminalInput: Hashable, Sendable {
  case key(Key)
  case pasted(String)
  case pointer(PointerEvent)
}
