/// Where bytes came from, step by step, outermost first. It is never empty.
///
/// `takeout.zip!Mail/inbox.mbox` has two steps; a plain file has one.
public struct Provenance: Hashable, Sendable {
    /// One step inwards.
    public enum Step: Hashable, Sendable {
        /// A file, or a folder entry of another kind, as the user's spelling of the target leads to it.
        case file(RawPath)

        /// The bytes that a process was given on its standard input.
        case standardInput

        /// The name of the entry of the step before, scanned as content in its own right.
        case name

        /// The target text of the symbolic link of the step before.
        case linkTarget

        /// The step before, decoded from the encoding given.
        case decoded(TextEncoding)

        /// An object of a git repository: its kind and its name in hexadecimal digits. Others should not take room for
        /// it.
        indirect case gitObject(kind: String, id: String)

        /// The name of a reference of a git repository.
        case gitReference

        /// An entry of a git repository's reflog.
        case gitReflog
    }

    /// The steps, outermost first, at least one.
    public let steps: [Step]

    public init(_ first: Step, _ rest: Step...) {
        steps = [first] + rest
    }

    private init(steps: [Step]) {
        self.steps = steps
    }

    /// This provenance with one more step inwards.
    public func appending(_ step: Step) -> Provenance {
        Provenance(steps: steps + [step])
    }

    /// This provenance with another outermost step.
    public func replacingFirst(with step: Step) -> Provenance {
        Provenance(steps: [step] + steps.dropFirst())
    }

    /// The path that reports show and order by: the outermost file. Standard input is called `-`.
    public var path: RawPath {
        switch steps[0] {
        case .file(let path): path
        case .standardInput, .name, .linkTarget, .decoded, .gitObject, .gitReference, .gitReflog: RawPath("-")
        }
    }
}

extension Provenance: Comparable {
    /// By path, then the content before its derived texts, then step by step.
    public static func < (left: Provenance, right: Provenance) -> Bool {
        if left.path != right.path { return left.path < right.path }
        if left.steps.count != right.steps.count { return left.steps.count < right.steps.count }
        return left.steps.lexicographicallyPrecedes(right.steps)
    }
}

extension Provenance.Step: Comparable {
    public static func < (left: Provenance.Step, right: Provenance.Step) -> Bool {
        switch (left, right) {
        case (.file(let left), .file(let right)): left < right
        case (.decoded(let left), .decoded(let right)): left.rawValue < right.rawValue
        case (.gitObject(let left, let leftID), .gitObject(let right, let rightID)): (left, leftID) < (right, rightID)
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .file: 0
        case .standardInput: 1
        case .name: 2
        case .linkTarget: 3
        case .decoded: 4
        case .gitObject: 5
        case .gitReference: 6
        case .gitReflog: 7
        }
    }
}
