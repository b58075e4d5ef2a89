extension RawPath {
    /// The path without `./` in front: `scan .` and `scan src` tell of the same files.
    package var withoutDotFolder: RawPath {
        var rest = bytes[...]
        while rest.starts(with: [UInt8(ascii: "."), UInt8(ascii: "/")]) { rest = rest.dropFirst(2) }
        return RawPath(Array(rest))
    }
}
