/// Names by number, from a text of pairs such as `0 generic  1 running`.
struct FITNames {
  private let names: [Int: String]

  init(_ pairs: String) {
    let words = pairs.split { $0 == " " || $0 == "\n" }
    var names: [Int: String] = [:]
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      guard let number = Int(words[place]) else {
        preconditionFailure("\(words[place]) stands where a number belongs")
      }
      names[number] = String(words[place + 1])
    }
    self.names = names
  }

  subscript(number: Int64?) -> String? { number.flatMap { names[Int($0)] } }
}

/// The parts of the FIT profile that name things. A number that has no name here is shown as it is.
enum FITProfile {}
