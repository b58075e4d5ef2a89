/// What a cell holds.
enum ValueKind {
    case null, number, text, bytes

    /// A text or BLOB that is larger than a statement gives.
    case large

    /// It cannot be read.
    case lost
}
