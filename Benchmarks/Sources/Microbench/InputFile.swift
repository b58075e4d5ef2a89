import Foundation

/// Whole files, for benchmarks that hold their input in memory.
enum InputFile {
    /// - Throws: `BenchmarkError` if the file cannot be read.
    static func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw BenchmarkError("\(path) cannot be read")
        }
        return [UInt8](data)
    }
}
