import Domain
import Store
import ViewModels

// Work that takes a while: it reports progress, can be cancelled between steps, and never holds the keys.
extension EffectRunner {
  /// Rows made for another morning, or overtaken by a change, are made again; a few at once, many as a job.
  func refreshStaleRows() throws(StoreError) {
    guard !desk.store.isReadOnly else { return }
    let stale = try desk.store.staleAthletes(on: desk.world.today, limit: 1_000_000)
    guard !stale.isEmpty else { return }
    if stale.count <= 20 {
      try sendRows(of: stale)
      return
    }
    let (desk, mailbox) = (desk, mailbox)
    start(newJob(.refreshing, total: stale.count)) { [weak self] job in
      var job = job
      do throws(StoreError) {
        for batch in stale.batches(of: 100) {
          if Task.isCancelled { break }
          try desk.summariser.refresh(batch)
          job.done += batch.count
          mailbox.send(.jobs(.changed(job)))
        }
        job.outcome = Task.isCancelled ? .cancelled : .done
      } catch { job.outcome = .refused(error.sentence(path: desk.store.path)) }
      job.endedAt = desk.world.now()
      mailbox.send(.jobs(.changed(job)))
      await self?.reload()
    }
  }

  /// The first page again, without looking for stale rows a second time.
  private func reload() { run(.loadRosterPage) }

  func propose(_ athletes: [AthleteID], _ week: Week) throws(StoreError) {
    let (desk, mailbox, actor) = (desk, mailbox, actor)
    guard athletes.count > 1 else {
      try desk.propose(athletes, week: week, policy: .fixedSchedule, as: actor)
      try sendRows(of: athletes)
      for id in athletes { show(id, week) }
      return
    }
    start(newJob(.proposing, total: athletes.count)) { [weak self] job in
      var job = job
      do throws(StoreError) {
        for batch in athletes.batches(of: 25) {
          if Task.isCancelled { break }
          try desk.propose(batch, week: week, policy: .fixedSchedule, as: actor)
          await self?.show(batch, week)
          job.done += batch.count
          mailbox.send(.jobs(.changed(job)))
        }
        job.outcome = Task.isCancelled ? .cancelled : .done
      } catch { job.outcome = .refused(error.sentence(path: desk.store.path)) }
      job.endedAt = desk.world.now()
      mailbox.send(.jobs(.changed(job)))
      mailbox.send(.told(Message(.done, "\(counted(job.done, "week")) proposed. a or A approves.")))
    }
  }

  private func show(_ athletes: [AthleteID], _ week: Week) {
    try? sendRows(of: athletes)
    for id in athletes { show(id, week) }
  }

  private func show(_ id: AthleteID, _ week: Week) {
    run(.loadDetail(id))
    run(.loadWeek(id, week))
  }

  func startImport(_ paths: [String], _ id: AthleteID?) throws(StoreError) {
    let store = desk.store
    let athlete = try id.flatMap { id throws(StoreError) in try store.athlete(id) }
    let paths = paths.map(desk.world.expanded)
    let files = ImportRunner.files(at: paths)
    var job = newJob(.importing, total: files.count)
    job.paths = paths
    job.athlete = id
    let runner = ImportRunner(desk: desk, actor: actor)
    let (desk, mailbox) = (desk, mailbox)
    start(job) { [weak self] job in
      var job = job
      for file in files {
        if Task.isCancelled { break }
        job.files.append(runner.importFile(file, for: athlete))
        job.done += 1
        mailbox.send(.jobs(.changed(job)))
      }
      job.outcome = Task.isCancelled ? .cancelled : .done
      job.endedAt = desk.world.now()
      mailbox.send(.jobs(.changed(job)))
      // What the message offers to show is there when it is read.
      await self?.showImported(id, isTable: job.files.contains { $0.entries > 0 })
      mailbox.send(.told(job.closingMessage))
    }
  }

  private func showImported(_ id: AthleteID?, isTable: Bool) {
    // A table may have brought anybody.
    if isTable {
      forgetNames()
      run(.loadRoster)
    }
    guard let id else { return }
    try? sendRows(of: [id])
    run(.loadDetail(id))
  }
}

extension Job {
  /// What a coach is told when an import ends.
  var closingMessage: Message {
    let kept = count(.imported)
    if files.count == 1, let sentence = files[0].sentences.last, kept == 0 {
      return Message(.look, sentence)
    }
    let weight: Message.Weight = refusedCount > 0 ? .look : .done
    return Message(
      weight, "Import: \(result). 3 shows the newest recording, \(PaneID.jobs.digit) the report.")
  }
}

extension Array {
  func batches(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
