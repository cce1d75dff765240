import Foundation
import Glibc

/// A file of little-endian floats, row after row, with a header beside it.
struct PrepFile: ~Copyable {
  private struct Header: Decodable {
    let file: String
    let shape: [Int]
  }
  let rows: Int
  let channels: Int
  private let descriptor: Int32
  private let path: String

  init(_ folder: String, _ name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).json"))
    let header = try JSONDecoder().decode(Header.self, from: data)
    guard header.shape.count == 2 else { throw PrepError("\(name) has no rows and columns.") }
    let path = "\(folder)/\(header.file)"
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw PrepError("\(path) cannot be read.") }
    self.init(rows: header.shape[0], channels: header.shape[1], descriptor: descriptor, path: path)
  }

  private init(rows: Int, channels: Int, descriptor: Int32, path: String) {
    (self.rows, self.channels, self.descriptor, self.path) = (rows, channels, descriptor, path)
  }

  deinit { close(descriptor) }

  /// Rows from `first` on, as many as the buffer holds or there are; returns how many.
  func read(from first: Int, into buffer: UnsafeMutableBufferPointer<Float>) throws -> Int {
    let count = min(buffer.count / channels, rows - first)
    let bytes = count * channels * 4
    var done = 0
    while done < bytes {
      let target = UnsafeMutableRawPointer(buffer.baseAddress!) + done
      let got = pread(descriptor, target, bytes - done, first * channels * 4 + done)
      guard got > 0 else { throw PrepError("\(path) is shorter than its header says.") }
      done += got
    }
    return count
  }

  /// A small file at once.
  static func values(_ folder: String, _ name: String) throws -> (values: [Float], columns: Int) {
    let file = try PrepFile(folder, name)
    var values = [Float](repeating: 0, count: file.rows * file.channels)
    _ = try values.withUnsafeMutableBufferPointer { try file.read(from: 0, into: $0) }
    return (values, file.channels)
  }

  static func athletes(_ folder: String) throws -> Int {
    struct Meta: Decodable { let athletes: Int }
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/imu_meta.json"))
    return try JSONDecoder().decode(Meta.self, from: data).athletes
  }
}
