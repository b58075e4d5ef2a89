/// Cores of one size that follow each other, with all of their context in the file.
struct CoreRow {
    /// Where the first one starts, and how many bytes each has.
    let start: Int
    let size: Int
    let count: Int

    /// The bytes of a core, half-open. With the number `count`, it says where the row ends.
    subscript(number: Int) -> Range<Int> {
        start + number * size..<start + (number + 1) * size
    }
}
