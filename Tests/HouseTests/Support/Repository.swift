import Foundation

/// The checkout that these tests were built from.
enum Repository {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Folders that hold what tools make.
    private static let generatedFolders: Set<String> = [".git", ".build", "__pycache__"]

    /// Files that tools make, and that nobody writes.
    private static let generatedFiles: Set<String> = ["Package.resolved"]

    /// Every file of the project that is text, generated ones left out.
    static let textFiles: [TextFile] = paths(below: "").compactMap(TextFile.init(path:))

    /// Every Swift file of the project.
    static let swiftFiles: [SwiftFile] = textFiles.filter { $0.path.hasSuffix(".swift") }.map(SwiftFile.init)

    /// The Swift files of Sources, of every target.
    static let sources: [SwiftFile] = swiftFiles.filter { $0.path.hasPrefix("Sources/") }

    /// The names of the folders in `folder`, in order.
    static func folders(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
            .filter { isFolder("\(folder)/\($0)") }
            .sorted()
    }

    private static func paths(below folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return names.sorted().flatMap { name -> [String] in
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            if isFolder(path) { return generatedFolders.contains(name) ? [] : paths(below: path) }
            return generatedFiles.contains(name) ? [] : [path]
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        let values = try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
        return values?.isDirectory == true
    }
}
