import App
import ArgumentParser
import Glibc

/// Runs a command and leaves with the statuses that scripts rely on: 0, 1, 2, 65, 130.
@main
struct Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try command(Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let refusal as Refusal {
      tell("sideline: \(visible(refusal.sentence))")
      exit(refusal.status.rawValue)
    } catch {
      let code = Sideline.exitCode(for: error)
      let text = Sideline.fullMessage(for: error)
      // The argument parser's own 64 says what sysexits says; scripts were promised 2.
      let status = code == .validationFailure ? Status.misused.rawValue : code.rawValue
      if !text.isEmpty { code == .success ? print(text) : tell(text) }
      exit(status)
    }
  }
}

extension Main {
  /// What the arguments ask for. The workbench alone is read without building the tree of every command, which takes as
  /// long as its first frame; whatever it does not know goes to the whole tree, for its sentences.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.allSatisfy({ $0.hasPrefix("-") || $0.contains("/") || $0.contains(".") }),
      !arguments.contains(where: Workbench.isAnsweredByTheWhole),
      let workbench = try? Workbench.parse(arguments)
    {
      return workbench
    }
    return try Sideline.parseAsRoot(Sideline.withoutLeadingOptions(arguments))
  }
}

extension Workbench {
  /// Help, version and completions are about every command.
  fileprivate static func isAnsweredByTheWhole(_ argument: String) -> Bool {
    ["-h", "--help", "--version"].contains(argument) || argument.hasPrefix("--generate")
      || argument.hasPrefix("--experimental")
  }
}

/// How a command ends.
enum Status: Int32 {
  case done = 0
  case couldNot = 1
  case misused = 2
  case partlyRefused = 65
  case interrupted = 130
}

/// Something that kept a command from its end, in one sentence.
struct Refusal: Error {
  var sentence: String
  var status: Status

  init(_ sentence: String, _ status: Status = .couldNot) {
    self.sentence = sentence
    self.status = status
  }
}
