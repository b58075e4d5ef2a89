import Blobs
import Inputs

/// Where the program that is running is.
enum ProgramPath {
    /// Its absolute path; `nil` if the system does not tell, or it has been replaced meanwhile.
    static var current: String? {
        do throws(InputError) {
            let folder = try DirectoryHandles().root(RawPath("/proc/self"))
            let path = try SymbolicLink.target(of: EntryName(Array("exe".utf8)), in: folder)
            return path.bytes.ends(with: " (deleted)") ? nil : path.utf8Text
        } catch {
            return nil
        }
    }
}

extension [UInt8] {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
