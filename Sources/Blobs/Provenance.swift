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

        /// A member of the container that the step before is, by its name there. Others should not take room for it.
        indirect case member(RawPath)

        /// A mail message of the container that the step before is: its identifier in `<…>`, or `#…` if it has none.
        indirect case message(RawPath)

        /// A part of the message that the step before is: its number and, if it has one, its name, such as
        /// `2 credentials.csv`; `H` for the header.
        indirect case part(RawPath)

        /// The name of the entry of the step before, scanned as content in its own right.
        case name

        /// The target text of the symbolic link of the step before.
        case linkTarget

        /// The step before, decoded from the encoding given.
        case decoded(Encoding)

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

    /// The path that reports show and order by: the outermost file and, behind a `!` each, the members, messages and
    /// parts that lead inwards from it. Standard input is called `-`.
    public var path: RawPath {
        guard hasMember else { return file }
        return Self.path(of: steps[...])
    }

    /// The path of the outermost file alone: what there is on disk.
    public var file: RawPath { Self.file(steps[0]) }

    /// Whether the bytes were inside of a container, be it an archive or a mail message: lines are none of the file.
    public var hasMember: Bool { steps.contains(where: \.isInner) }

    /// Where the mail messages are kept: the path that leads to the outermost message, or to the first part where the
    /// file is the message; `nil` outside of mail.
    public var mailContainer: RawPath? {
        steps.firstIndex { $0.isOfMail }.map { Self.path(of: steps[..<$0]) }
    }

    /// What leads on from the outermost message, `2 credentials.csv` or `3 keys.zip!k.csv`; `nil` if nothing does.
    public var mailPart: RawPath? {
        guard let first = steps.firstIndex(where: \.isOfMail) else { return nil }
        let start = if case .message = steps[first] { first + 1 } else { first }
        let names = steps[start...].compactMap(\.innerName)
        return names.isEmpty ? nil : RawPath(Array(names.map(\.bytes).joined(separator: [UInt8(ascii: "!")])))
    }

    private static func path(of steps: ArraySlice<Step>) -> RawPath {
        var bytes = steps.first.map { file($0).bytes } ?? []
        for step in steps {
            guard let name = step.innerName else { continue }
            bytes.append(UInt8(ascii: "!"))
            bytes += name.bytes
        }
        return RawPath(bytes)
    }

    private static func file(_ step: Step) -> RawPath {
        if case .file(let path) = step { path } else { RawPath("-") }
    }
}

extension Provenance.Step {
    /// The name of what is inside of the step before; `nil` for a step that leads to no other bytes.
    var innerName: RawPath? {
        switch self {
        case .member(let name), .message(let name), .part(let name): name
        case .file, .standardInput, .name, .linkTarget, .decoded, .gitObject, .gitReference, .gitReflog: nil
        }
    }

    /// Whether it leads to other bytes, inside of those of the step before.
    var isInner: Bool {
        switch self {
        case .member, .message, .part: true
        default: false
        }
    }

    /// Whether it leads into a mail message.
    var isOfMail: Bool {
        switch self {
        case .message, .part: true
        default: false
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
        case (.member(let left), .member(let right)): left < right
        case (.message(let left), .message(let right)): left < right
        case (.part(let left), .part(let right)): left < right
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
        case .member: 8
        case .message: 9
        case .part: 10
        }
    }
}
