import Blobs
import GitObjects

/// Which part of a history is looked at.
public enum ChangeScope: Sendable {
    /// What some commits bring in that others do not lead to.
    case commits(included: [ObjectID], excluded: [ObjectID], oldest: Int)

    /// What is staged and not in the commit that is checked out.
    ///
    /// - Parameter index: the file that says so, where that is not the index of the repository.
    case staged(index: RawPath?)

    /// The objects that a push of these references sends: what no remote-tracking reference leads to.
    case push([PushedReference])

    /// The objects that a push has brought, before the references are moved.
    case receive([PushedReference])

    var isPush: Bool {
        switch self {
        case .push, .receive: true
        case .commits, .staged: false
        }
    }
}

/// One reference of a push, as git tells hooks.
public struct PushedReference: Sendable {
    /// Its name on the side that receives.
    public let name: [UInt8]

    /// What it leads to afterwards, and before; all zeros for nothing.
    public let new: ObjectID
    public let old: ObjectID

    public init(name: [UInt8], new: ObjectID, old: ObjectID) {
        self.name = name
        self.new = new
        self.old = old
    }
}
