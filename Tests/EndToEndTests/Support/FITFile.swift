/// A small activity file of a running watch: heart rate every second, one session.
struct FITFile {
  /// 2026-11-20T23:00:00Z in seconds of FIT time: a morning of the sample season's last week.
  static let lastSaturday = 1_164_150_000

  var start = FITFile.lastSaturday
  var heartRates: [UInt8] = FITFile.warmUp(seconds: 240)
  var serial = 40_077

  /// A heart that climbs from 110 to 169 and stays there.
  static func warmUp(seconds: Int) -> [UInt8] {
    (0..<seconds).map { UInt8(110 + min(59, $0 / 2)) }
  }

  var bytes: [UInt8] {
    let end = start + heartRates.count - 1
    var data: [UInt8] = []
    // file_id: type activity, manufacturer, product, serial number, time created.
    data += definition(
      0, of: 0, [(0, 1, 0x00), (1, 2, 0x84), (2, 2, 0x84), (3, 4, 0x8C), (4, 4, 0x86)])
    data += [0, 4] + little(1, 2) + little(3121, 2) + little(serial, 4) + little(start, 4)
    // record: timestamp, heart rate.
    data += definition(1, of: 20, [(253, 4, 0x86), (3, 1, 0x02)])
    for (second, rate) in heartRates.enumerated() {
      data += [1] + little(start + second, 4) + [rate]
    }
    // session: timestamp, start, sport running, elapsed and timer time.
    data += definition(
      2, of: 18, [(253, 4, 0x86), (2, 4, 0x86), (5, 1, 0x00), (7, 4, 0x86), (8, 4, 0x86)])
    let milliseconds = (end - start) * 1000
    data += [2] + little(end, 4) + little(start, 4) + [1]
    data += little(milliseconds, 4) + little(milliseconds, 4)
    // activity: timestamp, number of sessions, type manual.
    data += definition(3, of: 34, [(253, 4, 0x86), (1, 2, 0x84), (2, 1, 0x00)])
    data += [3] + little(end, 4) + little(1, 2) + [0]
    var file: [UInt8] = [14, 0x20] + little(2132, 2) + little(data.count, 4) + Array(".FIT".utf8)
    file += checksum(file)
    file += data
    return file + checksum(file)
  }

  private func definition(
    _ local: UInt8, of message: Int, _ fields: [(number: UInt8, size: UInt8, type: UInt8)]
  ) -> [UInt8] {
    [0x40 | local, 0, 0] + little(message, 2) + [UInt8(fields.count)]
      + fields.flatMap { [$0.number, $0.size, $0.type] }
  }

  private func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-16 with the polynomial 0xA001, bit by bit.
  private func checksum(_ bytes: [UInt8]) -> [UInt8] {
    var rest: UInt16 = 0
    for byte in bytes {
      rest ^= UInt16(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xA001 : rest >> 1 }
    }
    return little(Int(rest), 2)
  }
}

extension Scratch {
  /// Writes a folder of files, one for each of the mornings before `lastSaturday`; returns its path.
  func writeMornings(_ count: Int, in name: String = "mornings") throws -> String {
    let heartRates = FITFile.warmUp(seconds: 40)
    for index in 0..<count {
      let file = FITFile(start: FITFile.lastSaturday - index * 86_400, heartRates: heartRates)
      try write(file.bytes, to: "\(name)/morning-\(1000 + index).fit")
    }
    return path(name)
  }
}
