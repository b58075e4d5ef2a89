import Blobs

/// Gives arguments their bytes back: the argument parser sees text, a path may be anything.
struct RawArguments {
    /// The bytes of every argument that is not UTF-8, by the text that the parser saw. Used up in order.
    private var bytesByText: [String: [[UInt8]]] = [:]

    init() {
        let arguments = unsafe CommandLine.unsafeArgv
        for index in 0..<Int(CommandLine.argc) {
            // The kernel hands over `argc` strings, each ending with NUL.
            guard let start = unsafe arguments[index] else { continue }
            let text = unsafe String(cString: start)
            var bytes: [UInt8] = []
            var position = 0
            while unsafe start[position] != 0 {
                bytes.append(UInt8(bitPattern: unsafe start[position]))
                position += 1
            }
            if Array(text.utf8) != bytes { bytesByText[text, default: []].append(bytes) }
        }
    }

    /// The path that an argument names. Call it for the arguments in their order.
    mutating func path(_ text: String) -> RawPath {
        guard var candidates = bytesByText[text], !candidates.isEmpty else { return RawPath(text) }
        let bytes = candidates.removeFirst()
        bytesByText[text] = candidates
        return RawPath(bytes)
    }
}
