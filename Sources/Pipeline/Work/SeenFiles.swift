import Blobs
import Findings
import Inputs
import Synchronization

/// Files that have several names: each is read once, and what is found in it is reported under every name.
final class SeenFiles: Sendable {
    private enum State {
        /// Being read, and met under these other names meanwhile.
        case reading(otherNames: [RawPath])

        /// Read, with nothing found.
        case clean

        /// Read, with these findings under one of its names.
        case found([Finding])
    }

    private let states = Mutex<[InodeKey: State]>([:])

    /// What to do about a file that was just opened.
    enum Claim {
        /// Read it, then call `finish`.
        case read

        /// It is read, or being read, under another name. These findings are to be reported under this name now.
        case skip([Finding])
    }

    /// Says that the file has a name; the path is asked for only when it has others.
    func claim(_ key: InodeKey, path: () -> RawPath) -> Claim {
        states.withLock { states in
            switch states[key] {
            case nil:
                states[key] = .reading(otherNames: [])
                return .read
            case .reading(var names):
                names.append(path())
                states[key] = .reading(otherNames: names)
                return .skip([])
            case .clean:
                return .skip([])
            case .found(let findings):
                let path = path()
                return .skip(findings.map { $0.renamed(to: path) })
            }
        }
    }

    /// Ends the reading of a file.
    ///
    /// - Returns: the findings under all names met so far.
    func finish(_ key: InodeKey, findings: [Finding]) -> [Finding] {
        states.withLock { states in
            var names: [RawPath] = []
            if case .reading(let others) = states[key] { names = others }
            states[key] = findings.isEmpty ? .clean : .found(findings)
            return findings + names.flatMap { name in findings.map { $0.renamed(to: name) } }
        }
    }
}
