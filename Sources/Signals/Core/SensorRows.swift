import Kernels

extension SampleBlock {
  /// Samples as a sensor gave them, NaN for one that is missing; an infinite one is flagged `notFinite`.
  public init(_ samples: Span<Float>, clock: SampleClock) {
    let count = samples.count
    var values = [Float](unsafeUninitializedCapacity: count) { values, initialized in
      samples.withUnsafeBufferPointer { initialized = values.update(fromContentsOf: $0) }
    }
    let flags = [SampleFlags](unsafeUninitializedCapacity: count) { flags, initialized in
      values.withUnsafeMutableBufferPointer { values in
        guard let values = values.baseAddress, let flags = flags.words else { return }
        kernel_settle(values, flags, count)
      }
      initialized = count
    }
    self.init(values: values, flags: flags, clock: clock)
  }
}

/// Takes rows apart, as a sensor file holds them: one number of each channel, row after row.
///
/// - Parameter planes: as many numbers as there are in the rows; gets the first channel's, the second's and so on.
public func splitRows(_ rows: Span<Float>, channels: Int, into planes: inout MutableSpan<Float>) {
  precondition(channels > 0 && rows.count % channels == 0, "\(rows.count) numbers of \(channels) channels")
  precondition(planes.count == rows.count, "room for \(planes.count) of \(rows.count) numbers")
  let count = rows.count / channels
  rows.withUnsafeBufferPointer { rows in
    planes.withUnsafeMutableBufferPointer { planes in
      guard let rows = rows.baseAddress, let planes = planes.baseAddress else { return }
      kernel_split_rows(rows, count, channels, planes, count)
    }
  }
}
