/// One part of a file, which has its own header, definitions and checksum. Most files have one
/// part.
struct FITPart {
  let header: FITHeader
  /// How often each message came, by its number in the FIT profile.
  var messageCounts: [UInt16: Int] = [:]
  var records = FITRecords()
  /// The messages kept whole, in the file's order.
  var messages: [FITMessage] = []
  var beats: [Beat] = []
  var developerFieldsSkipped = 0
  /// Whether the checksum behind the part is right; `nil` where the file ends before it.
  var checksumMatches: Bool?

  /// A time between two heart beats. It has no time of its own: the records around it tell when it
  /// was.
  struct Beat {
    let milliseconds: Int32
    let recordsBefore: Int
  }

  init(header: FITHeader) { self.header = header }

  func messages(_ kind: FITMessageKind) -> [FITMessage] { messages.filter { $0.kind == kind } }
}
