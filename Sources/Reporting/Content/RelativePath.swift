import Blobs

/// A path as code hosts know it: without the `./` in front.
enum RelativePath {
    static func bytes(of path: RawPath) -> [UInt8] {
        var bytes = path.bytes[...]
        while bytes.starts(with: "./".utf8), bytes.count > 2 {
            bytes = bytes.dropFirst(2)
        }
        return Array(bytes)
    }
}
