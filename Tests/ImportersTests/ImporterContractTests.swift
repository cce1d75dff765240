import Domain
import Importers
import Testing

@Suite struct ImporterContractTests {
  @Test(arguments: FileFormat.allCases)
  func `an importer says that an empty file is empty`(format: FileFormat) {
    #expect(FileFormat.recognise([]) == nil)
    let outcome = format.importer.read([])
    #expect(outcome.problems == [ImportProblem(.emptyFile)])
    #expect(outcome.recordings.isEmpty && outcome.entries.isEmpty)
  }

  @Test(arguments: FileFormat.allCases, [1, 2, 11, 12, 14, 1000])
  func `an importer refuses bytes that are not its own`(format: FileFormat, count: Int) {
    let foreign = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
    #expect(FileFormat.recognise(foreign) == nil)
    let outcome = format.importer.read(foreign)
    #expect(outcome.problems == [ImportProblem(.notThisFormat, at: 0)])
    #expect(outcome.recordings.isEmpty && outcome.entries.isEmpty)
  }
}
