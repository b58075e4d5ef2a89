/// Where an object is in a store.
public enum ObjectPlace: Hashable, Sendable {
    /// In the pack of this number, at this position.
    case packed(pack: Int, position: Int)

    /// A file in the object folder of this number.
    case loose(folder: Int)
}
