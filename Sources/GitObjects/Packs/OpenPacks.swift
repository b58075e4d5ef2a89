import Glibc
import Inputs
import Synchronization

/// The packs that are open: an open pack outlives its removal, so they stay open as long as there are not too many.
///
/// For all workers.
final class OpenPacks: Sendable {
    private struct State {
        /// The one used last at the end.
        var recent: [(pack: Int, file: OpenFile)] = []
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: how many stay open; fewer when the process may have few descriptors.
    init(limit: Int = 64) {
        // A quarter of all: folders, files and the report want theirs.
        let allowed = sysconf(Int32(_SC_OPEN_MAX))
        self.limit = allowed > 0 ? max(2, min(limit, allowed / 4)) : limit
    }

    /// How many are open now.
    var count: Int { state.withLock { $0.recent.count } }

    /// The open file of a pack. Who holds it keeps it open.
    ///
    /// - Parameter open: opens it, when it is not open.
    func file(of pack: Int, open: () throws(InputError) -> OpenFile) throws(InputError) -> OpenFile {
        if let file = state.withLock({ Self.find(pack, in: &$0) }) { return file }
        let file: OpenFile
        do {
            file = try open()
        } catch {
            guard error == .tooManyOpenFiles else { throw error }
            closeAll()
            file = try open()
        }
        return keep(file, of: pack)
    }

    private func closeAll() {
        // The files are closed here, after the lock is gone.
        _ = state.withLock { state in
            let all = state.recent
            state.recent = []
            return all.map(\.file)
        }
    }

    private func keep(_ file: OpenFile, of pack: Int) -> OpenFile {
        let (kept, evicted) = state.withLock { state -> (OpenFile, OpenFile?) in
            // Two workers can have opened it at once; the first stays.
            if let first = Self.find(pack, in: &state) { return (first, file) }
            let evicted = state.recent.count >= limit ? state.recent.removeFirst().file : nil
            state.recent.append((pack, file))
            return (file, evicted)
        }
        // Closed here, after the lock is gone.
        _ = evicted
        return kept
    }

    private static func find(_ pack: Int, in state: inout State) -> OpenFile? {
        guard let index = state.recent.lastIndex(where: { $0.pack == pack }) else { return nil }
        let found = state.recent[index]
        if index != state.recent.count - 1 {
            state.recent.remove(at: index)
            state.recent.append(found)
        }
        return found.file
    }
}
