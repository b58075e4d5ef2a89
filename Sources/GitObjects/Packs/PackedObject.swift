/// An object of a pack, as a walk meets it.
public struct PackedObject: Sendable {
    public let pack: Pack
    public let position: Int

    /// That of the root of its tree. When an object fails whose root cannot be read, nobody can tell: then `blob`.
    public let kind: ObjectKind

    /// Made anew for each call.
    public var id: ObjectID { pack.id(at: position) }
}
