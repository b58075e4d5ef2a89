import Blobs
import Foundation

/// An empty folder of its own for one test, removed with everything in it.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "keyhound-reporting-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func path(_ name: String) -> RawPath { RawPath(url.path() + "/" + name) }

    func file(_ name: String) -> URL { url.appending(path: name) }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path()).sorted() }

    func permissions(_ name: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: file(name).path())
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
}
