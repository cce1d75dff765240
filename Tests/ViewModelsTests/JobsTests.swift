import Domain
import Keys
import Testing
import ViewModels

@Suite struct JobsTests {
  private func job(_ id: JobID, _ kind: Job.Kind = .importing, total: Int = 2) -> Job {
    Job(id: id, kind: kind, startedAt: Sample.clock.now, total: total)
  }
  private func report(
    _ path: String, _ status: FileReport.Status, sessions: Int = 0, kept: Int = 0,
    problems: [ImportProblem] = [], failure: String? = nil
  ) -> FileReport {
    var counts = RecordCounts()
    counts.kept = kept
    return FileReport(
      path: path, format: "fit", status: status, sessions: (0..<sessions).map(Sample.session),
      records: counts, problems: problems, failure: failure)
  }

  @Test func `a new job comes first and is selected`() {
    var state = Sample.workbench()
    #expect(state.update(.jobs(.changed(job(1)))).isEmpty)
    _ = state.update(.jobs(.changed(job(2))))
    #expect(state.jobs.jobs.map(\.id) == [2, 1])
    #expect(state.jobs.selectedJob?.id == 2)
    #expect(state.jobs.running.map(\.id) == [2, 1])
  }

  @Test func `a job that goes on stays where it is`() {
    var state = Sample.workbench(in: .jobs)
    press(&state, "j")
    var changed = Sample.endedImport
    changed.done = 2
    _ = state.update(.jobs(.changed(changed)))
    #expect(state.jobs.jobs.map(\.id) == [2, 1])
    #expect(state.jobs.selectedJob == changed)
    #expect(state.jobs.running.map(\.id) == [2])
  }

  @Test func `a job that begins by itself leaves the selection, an import takes it`() {
    var state = Sample.workbench(in: .jobs)
    press(&state, "j j")
    #expect(state.jobs.selectedJob?.id == 1)
    _ = state.update(.jobs(.changed(job(3, .refreshing))))
    #expect(state.jobs.selectedJob?.id == 1)
    _ = state.update(.jobs(.changed(job(4, .importing))))
    #expect(state.jobs.selectedJob?.id == 4)
  }

  @Test func `x stops a running job and no other`() {
    var state = Sample.workbench(in: .jobs)
    #expect(press(&state, "x") == [.cancelJob(2)])
    #expect(press(&state, "j x").isEmpty)
  }

  @Test func `r imports again what an ended import had`() {
    var state = Sample.workbench(in: .jobs)
    #expect(press(&state, "j r") == [.importFiles(["/data/week"], Sample.id(3))])
  }

  @Test func `r leaves alone what runs or has nothing to import`() {
    var running = Sample.endedImport
    running.outcome = .running
    var pathless = Sample.endedImport
    pathless.paths = []
    var nobodys = Sample.endedImport
    nobodys.athlete = nil
    for job in [running, pathless, nobodys] {
      var state = Sample.workbench(in: .jobs)
      state.jobs.jobs = [job]
      #expect(press(&state, "r").isEmpty)
    }
  }

  @Test func `no jobs, and their keys do no harm`() {
    var state = Sample.workbench()
    state.pane = .jobs
    #expect(press(&state, "j k G x r").isEmpty)
    #expect(state.jobs == JobsState())
    #expect(state.jobs.selectedJob == nil)
  }

  // MARK: Words

  @Test func `a job is called by its kind and number, without a name`() {
    #expect(job(1, total: 3).title == "Import 3 files")
    #expect(job(1, total: 1).title == "Import 1 file")
    #expect(job(1, .refreshing).title == "Roster of the day")
    #expect(job(1, .proposing, total: 12_503).title == "Propose 12,503 weeks")
    #expect(job(1, .proposing, total: 1).title == "Propose 1 week")
    #expect(
      [job(1), job(1, .refreshing), job(1, .proposing)].map(\.noun) == [
        "file", "athlete", "week",
      ])
  }

  @Test func `an import of one file is called by the file`() {
    var one = job(1, total: 1)
    one.files = [report("/data/week/run.fit", .imported)]
    #expect(one.title == "Import run.fit")
    one.total = 2
    #expect(one.title == "Import 2 files")
  }

  @Test func `how a job ended stands in one line`() {
    var job = job(1, total: 5000)
    #expect(job.result == "running")
    job.done = 1204
    job.outcome = .cancelled
    #expect(job.result == "cancelled after 1,204")
    job.outcome = .refused("The disk is full.")
    #expect(job.result == "The disk is full.")
    job.outcome = .done
    job.files = [
      report("a", .imported), report("b", .refused), report("c", .imported),
      report("d", .duplicate),
    ]
    #expect(job.result == "2 kept, 1 known, 1 refused")
    #expect(job.refusedCount == 1)
    job.files.removeLast(3)
    #expect(job.result == "1 kept")
    var weeks = self.job(2, .proposing)
    weeks.outcome = .done
    weeks.done = 1
    #expect(weeks.result == "1 week")
    #expect(!weeks.isRunning)
  }

  @Test func `an import that found no file says so`() {
    var job = job(1, total: 0)
    job.outcome = .done
    #expect(job.result == "no file found")
  }

  @Test func `thousands in an import's line are apart by commas`() {
    var job = job(1, total: 2044)
    job.outcome = .done
    job.files = (0..<2044).map { report("\($0).fit", .imported) }
    #expect(job.result == "2,044 kept")
  }

  @Test func `a kept file says what was kept and what was not`() {
    let kept = report(
      "/data/run.fit", .imported, sessions: 1, kept: 3612,
      problems: [ImportProblem(.checksumDiffers(found: 1, computed: 2))])
    #expect(
      kept.sentences == [
        "run.fit: 1 session, 3,612 records kept",
        """
        run.fit was changed on its way: its checksum differs. What was readable is kept; compare \
        it with the watch.
        """,
      ])
  }

  @Test func `a known file says that it is not stored twice`() {
    #expect(
      report("run.fit", .duplicate).sentences
        == ["run.fit: the same recording is here already, not stored twice"])
  }

  @Test func `a refused file says why`() {
    let problem = ImportProblem(.emptyFile)
    #expect(
      report("/a/b.fit", .refused, problems: [problem]).sentences
        == ["b.fit is empty. Copy it from the watch again."])
    #expect(
      report("/a/b.fit", .refused, problems: [problem], failure: "b.fit may not be read.").sentences
        == ["b.fit is empty. Copy it from the watch again.", "b.fit may not be read."])
  }

  @Test func `a refused file is never without a sentence`() {
    #expect(
      report("/a/b.fit", .refused).sentences == ["b.fit: nothing in it could be kept."])
  }

  @Test(arguments: [
    ("/data/run.fit", "run.fit"), ("run.fit", "run.fit"), ("/data/week/", "week"), ("/", "/"),
    ("/数据/跑步.fit", "跑步.fit"),
  ])
  func `a file is called by the last part of its path`(path: String, name: String) {
    #expect(report(path, .imported).fileName == name)
  }
}
