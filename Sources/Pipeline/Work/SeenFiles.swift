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

        /// Read, with this under one of its names.
        case found(Content)
    }

    /// What is told again for every name.
    struct Content {
        var findings: [Finding]
        var dropped: DropCounts
        var publicHalves: PublicHalves

        func renamed(to path: RawPath) -> Content {
            Content(
                findings: findings.map { $0.renamed(to: path) }, dropped: dropped.recognised(at: path),
                publicHalves: publicHalves.renamed(to: path))
        }

        var isEmpty: Bool { findings.isEmpty && dropped.recognised.isEmpty && publicHalves.isEmpty }
    }

    private let states = Mutex<[InodeKey: State]>([:])

    /// What to do about a file that was just opened.
    enum Claim {
        /// Read it, then call `finish`.
        case read

        /// It is read, or being read, under another name. This is to be told under this name now, if anything.
        case skip(Content?)
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
                return .skip(nil)
            case .clean:
                return .skip(nil)
            case .found(let content):
                return .skip(content.renamed(to: path()))
            }
        }
    }

    /// Ends the reading of a file.
    ///
    /// - Returns: the content once more for each other name met so far.
    func finish(_ key: InodeKey, content: Content) -> [Content] {
        states.withLock { states in
            var names: [RawPath] = []
            if case .reading(let others) = states[key] { names = others }
            states[key] = content.isEmpty ? .clean : .found(content)
            return content.isEmpty ? [] : names.map { content.renamed(to: $0) }
        }
    }
}
