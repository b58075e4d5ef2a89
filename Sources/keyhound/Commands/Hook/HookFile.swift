import Blobs
import Glibc

/// The file of a hook, in the folder in which git looks for it.
struct HookFile {
    private let folder: RawPath
    private let path: RawPath
    private let earlier: RawPath

    init(folder: RawPath, name: String) {
        self.folder = folder
        path = folder.appending(name.utf8)
        earlier = folder.appending((name + HookScript.earlierSuffix).utf8)
    }

    /// Writes the hook: into a file beside it first, so that there is never half a hook. What somebody else has put
    /// there is moved aside, and never a second time.
    ///
    /// - Returns: what was done, in one line.
    /// - Throws: `Refusal`.
    func install(_ script: [UInt8]) throws -> String {
        var moved = ""
        if !FileCalls.makeFolder(folder) { throw refusal("the folder cannot be made") }
        if let known = try? SmallFile.bytes(of: path, limit: 1 << 20) {
            if known == script { return "\(path.lossyText): is there already" }
            if !known.holds(Array(HookScript.mark.utf8)) {
                guard !FileCalls.exists(earlier) else {
                    throw Refusal(
                        "\(path.lossyText): is somebody else's, and \(earlier.lossyText) is there already: "
                            + "join the two by hand")
                }
                guard FileCalls.rename(path, to: earlier) else { throw refusal("the hook cannot be moved aside") }
                moved = ", and the hook that was there is run first (\(earlier.lossyText))"
            }
        }
        let temporary = RawPath(path.bytes + Array(".tmp".utf8))
        FileCalls.remove(temporary)
        let file = FileCalls.createProgram(temporary)
        guard file >= 0 else { throw refusal("the hook cannot be written") }
        let isWritten = StandardStreams.write(script, to: file)
        guard close(file) == 0, isWritten, FileCalls.rename(temporary, to: path) else {
            FileCalls.remove(temporary)
            throw refusal("the hook cannot be written")
        }
        return "\(path.lossyText): installed\(moved)"
    }

    private func refusal(_ what: String) -> Refusal {
        let number = errno
        return Refusal("\(path.lossyText): \(what): \(InputErrorText.text(.failed(errorNumber: number)))")
    }
}
