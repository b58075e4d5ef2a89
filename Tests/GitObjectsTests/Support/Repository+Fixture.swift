import Blobs
import GitObjects
import Testing

extension GitFixture {
    func repository(
        _ name: String = "r", environment: RepositoryEnvironment = .empty
    ) throws(RepositoryError) -> Repository {
        try Repository.discover(at: at(name), environment: environment, handles: handles)
    }

    /// The object that git finds by a name.
    func id(_ name: String, in folder: String = "r") throws -> ObjectID {
        try ObjectID.spelled(try run("git -C \(folder) rev-parse \(name)"))
    }

    /// The content of an object as git gives it.
    func object(_ kind: String, _ name: String, in folder: String = "r") throws -> [UInt8] {
        try run("git -C \(folder) cat-file \(kind) \(name) >object")
        return try read("object")
    }
}

extension ObjectID {
    static func spelled(_ digits: some StringProtocol) throws -> ObjectID {
        let id = ObjectID(hex: Array(digits.utf8).span)
        return try #require(id)
    }

    /// A name made of one byte again and again.
    static func filled(_ byte: UInt8, _ format: ObjectFormat = .sha1) -> ObjectID {
        ObjectID([UInt8](repeating: byte, count: format.idLength).span, format: format)
    }
}
