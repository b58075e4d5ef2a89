import Blobs
import Databases

/// All that a reader gives of a database.
struct ReadDatabase {
    /// Names of the parts, in their order.
    private(set) var names: [String] = []
    private(set) var bytes: [[UInt8]] = []
    private(set) var sizes: [Int?] = []
    private(set) var errors: [DatabaseError] = []

    /// How many parts are read at most: more are a mistake.
    private static let mostParts = 20_000

    init(
        _ file: [UInt8], isFile: @escaping (Span<UInt8>) -> Bool = { _ in true },
        shouldStop: @escaping () -> Bool = { false }
    ) throws(DatabaseError) {
        self.init(try DatabaseReader(file, isFile: isFile, shouldStop: shouldStop))
    }

    init(_ database: TestDatabase, isFile: @escaping (Span<UInt8>) -> Bool = { _ in true }) throws {
        try self.init(database.bytes(), isFile: isFile)
    }

    init(_ reader: DatabaseReader, bufferSize: Int = 5_000) {
        var buffer = [UInt8](repeating: 0, count: bufferSize)
        while errors.count < 1_000, names.count < Self.mostParts {
            do throws(DatabaseError) {
                guard let part = try reader.next() else { return }
                names.append(part.name.lossyText)
                sizes.append(part.size)
                bytes.append([])
                while true {
                    var span = buffer.mutableSpan
                    let count = try reader.read(into: &span)
                    if count == 0 { break }
                    bytes[bytes.count - 1] += buffer[..<count]
                }
            } catch {
                errors.append(error)
            }
        }
    }

    /// The part of this name as text; `nil` if there is none.
    func text(_ name: String) -> String? {
        names.firstIndex(of: name).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    func content(_ name: String) -> [UInt8]? { names.firstIndex(of: name).map { bytes[$0] } }

    /// Names without that of the schema.
    var rowNames: [String] { names.filter { $0 != "sqlite_schema" } }
}
