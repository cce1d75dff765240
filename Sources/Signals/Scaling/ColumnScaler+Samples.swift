import Kernels

extension ColumnScaler {
  /// Scales samples in place, in single precision: (x − origin)/spread, held at the largest float.
  ///
  /// - Precondition: the samples are finite.
  public func transform(_ samples: inout MutableSpan<Float>, column: Int) {
    let (start, divisor) = (Float(origin(column)), Float(spread(column)))
    if start.isFinite, divisor.isNormal {
      samples.withUnsafeMutableBufferPointer { samples in
        guard let values = samples.baseAddress else { return }
        kernel_scale(values, samples.count, start, divisor)
      }
      return
    }
    let largest = Double(Float.greatestFiniteMagnitude)
    for index in samples.indices {
      samples[index] = Float(min(max(transform(Double(samples[index]), column: column), -largest), largest))
    }
  }
}
