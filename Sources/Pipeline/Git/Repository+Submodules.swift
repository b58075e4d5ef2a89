import Blobs
import GitObjects

extension Repository {
    /// Whether the repository of a submodule is there.
    ///
    /// - Parameter path: that of its work tree in this one.
    func hasSubmodule(at path: [UInt8]) -> Bool {
        submodules.contains { submodule in
            submodule.name == path || submodule.workTree.map { $0 == workTree?.appending(path) } == true
        }
    }
}
