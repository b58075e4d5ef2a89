/// Where an object of the file stands.
struct ObjectEntry {
    enum Place {
        /// In the file, from the byte behind `obj`; and the bytes of its stream, if it is one.
        case file(body: Int, stream: Range<Int>?)

        /// In an object stream, by its place among those of the document: from a byte of it.
        case objectStream(Int, offset: Int)
    }

    let number: Int
    let generation: Int

    /// Of the file: where its number stands, or that of the object stream it is in.
    let start: Int

    let place: Place
}
