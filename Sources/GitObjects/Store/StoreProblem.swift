import Blobs
import Inputs

/// What of an object store could not be read, or was not.
public struct StoreProblem: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// No more stores than this are read.
        case tooManyAlternates(limit: Int)

        /// No more links than this are followed from one store to the next.
        case alternatesTooDeep(limit: Int)

        /// A store is its own alternate, if through others. All of them are read, once.
        case alternatesLoop

        /// An alternate is a folder, and no object store.
        case noStore

        /// It would lead elsewhere, and is not followed.
        case symbolicLink

        /// A pack without an index, or an index without a pack.
        case packWithoutIndex
        case indexWithoutPack

        /// It cannot be opened.
        case unreadable(InputError)

        /// It is not what it should be, in one clause.
        case corrupt(String)
    }

    public let path: RawPath
    public let reason: Reason

    init(_ path: RawPath, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    init(_ path: RawPath, opening error: InputError) {
        self.init(path, error == .symbolicLink ? .symbolicLink : .unreadable(error))
    }

    init(_ path: RawPath, reading error: ObjectError) {
        self.path = path
        reason =
            switch error {
            case .missing: .unreadable(.vanished)
            case .corrupt(let what): .corrupt(what)
            case .tooLarge: .corrupt("it is too large")
            case .unreadable(let error): error == .symbolicLink ? .symbolicLink : .unreadable(error)
            }
    }
}
