import Blobs
import Inputs

/// The paths of `--files-from`, from a file or from standard input.
enum PathList: ~Copyable {
    case file(FileList<FileSource>)
    case standardInput(FileList<StandardInput>)

    /// - Throws: `Refusal` when there is no such list.
    init(_ name: String, isNullSeparated: Bool) throws {
        let nul = isNullSeparated
        do throws(InputError) {
            if name == "-" {
                self = .standardInput(
                    FileList(
                        try StandardInput(shouldStop: { Signals.stop.reason != nil }), separator: nul ? .nul : .lineFeed
                    ))
            } else {
                let source = try FileSource(path: RawPath(name), handles: DirectoryHandles())
                self = .file(FileList(source, separator: nul ? .nul : .lineFeed))
            }
        } catch {
            throw Refusal("\(name): \(InputErrorText.text(error))")
        }
    }

    mutating func next() throws(InputError) -> RawPath? {
        switch consume self {
        case .file(var list):
            do throws(InputError) {
                let path = try list.nextPath()
                self = .file(list)
                return path
            } catch {
                self = .file(list)
                throw error
            }
        case .standardInput(var list):
            do throws(InputError) {
                let path = try list.nextPath()
                self = .standardInput(list)
                return path
            } catch {
                self = .standardInput(list)
                throw error
            }
        }
    }
}
