import Glibc
import Testing

/// No room left: nothing half written, and the way out is said.
@Suite(
  .enabled(if: getuid() == 0 && Program.inPath("mount") != nil, "only root can make a small disk"))
struct FullDiskTests {
  @Test func `a full disk is told and the database stays whole`() async throws {
    try await Scratch.run { scratch in
      try await onSmallDisk(scratch) { disk in
        let database = "\(disk)/new.sqlite"
        try await scratch.sideline("athlete", "add", "--name", "Amina", "--db", database)
        let folder = try scratch.writeMornings(300)
        let run = try await scratch.sideline("import", folder, "--db", database, "--json")
        #expect(run.status == 65 || run.status == 1, "\(run.errors)")
        let document = try #require(JSON(run.output), "\(run.output)\(run.errors)")
        let files = document["files"].elements
        let refused = files.filter { $0["status"].string == "refused" }
        let stored = files.count { $0["status"].string == "imported" }
        #expect(!refused.isEmpty && refused.count + stored == 300)
        for file in refused {
          #expect(
            file["problems"].elements.last?["message"].string
              == "The disk is full: nothing was saved. Make room and try again.")
        }
        let doctor = try await scratch.sideline("doctor", "--db", database, "--json")
        let checks = try #require(JSON(doctor.output), "\(doctor.errors)")["checks"].elements
        #expect(checks.allSatisfy { $0["ok"].bool == true })
      }
    }
  }

  @Test func `a sample that does not fit leaves nothing behind`() async throws {
    try await Scratch.run { scratch in
      try await onSmallDisk(scratch) { disk in
        let run = try await scratch.sideline("sample", "-o", "\(disk)/sample.sqlite")
        #expect(run.status == 1)
        #expect(run.errors.contains("The disk is full"), "\(run.errors)")
        #expect(try scratch.names(in: "disk").isEmpty)
      }
    }
  }

  /// A disk of one megabyte in the scratch folder.
  private func onSmallDisk(_ scratch: Scratch, _ body: (String) async throws -> Void) async throws {
    let disk = scratch.path("disk")
    try scratch.write([], to: "disk/.here")
    var mount = scratch.tool
    mount.program = try #require(Program.inPath("mount"))
    let mounted = try await mount.run(["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk])
    guard mounted.status == 0 else { try Test.cancel("no disk can be mounted here") }
    var umount = scratch.tool
    umount.program = try #require(Program.inPath("umount"))
    do {
      try await body(disk)
      _ = try await umount.run([disk])
    } catch {
      _ = try await umount.run([disk])
      throw error
    }
  }
}
