import Blobs
import Findings
import GitObjects
import Inputs

/// A store with the structure of its packs, as all workers of a run share it.
struct OpenedStore: Sendable {
    let store: ObjectStore
    let numbers: ObjectNumbers
    let budget = MemoryBudget()

    /// For each pack, which object is a delta to which; `nil` for a pack that cannot be read.
    let forests: [PackForest?]

    /// What could not be read at all.
    let problems: [Diagnostic]

    init(_ repository: Repository, handles: DirectoryHandles) {
        store = ObjectStore(directories: repository.objectDirectories, format: repository.format, handles: handles)
        numbers = ObjectNumbers(store)
        var forests: [PackForest?] = []
        var problems = (store.problems + numbers.problems).map { Diagnostic($0) }
        for pack in store.packs {
            do throws(ObjectError) {
                forests.append(try PackForest(pack))
            } catch {
                forests.append(nil)
                problems.append(
                    Diagnostic(reason: error.reason, provenance: Provenance(.file(pack.path)), note: error.note))
            }
        }
        for (pack, forest) in zip(store.packs, forests) {
            for problem in forest?.problems ?? [] {
                problems.append(
                    Diagnostic(
                        reason: problem.error.reason,
                        provenance: ContentPass.provenance(.blob, pack.id(at: problem.position)),
                        note: problem.error.note))
            }
        }
        self.forests = forests
        self.problems = problems
    }
}
