/// The bytes of a stream of a compound file.
struct CompoundStreamBytes: StoredBytes {
    let file: CompoundFile
    let stream: CompoundStream

    var count: Int { stream.size }
    var offset: Int { stream.offset }

    func bytes(from position: Int, limit: Int) throws(OutlookError) -> [UInt8] {
        try file.bytes(of: stream, from: position, limit: limit)
    }
}
