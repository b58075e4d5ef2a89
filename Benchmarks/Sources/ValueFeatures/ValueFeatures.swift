import BuiltInRules
import Foundation
import PCRE2
import Rules
import Scoring

/// Writes the features of every value that the rules with the proof `assigned-value` take, for `train.py`.
///
///     value-features ROOT OUT < PATHS
///
/// Standard input has one path a line, below ROOT. OUT begins with the names of the features, one a line, and an empty
/// line. A record follows for each value, little-endian: the number of the path (UInt32), the offsets of keyword, start
/// and end of the value (UInt64 each), the features (Float32 each).
@main
struct ValueFeatures {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { throw Failure(description: "usage: value-features ROOT OUT < PATHS") }
        let rules = try RuleSet([BuiltInRules.table])
        let seekers = try rules.indices.filter { rules.traits(of: $0).proof == .assignedValue }
            .map { try ValueSeeker(rules.rule(at: $0)) }
        guard FileManager.default.createFile(atPath: arguments[2], contents: nil),
            let out = FileHandle(forWritingAtPath: arguments[2])
        else { throw Failure(description: "cannot write \(arguments[2])") }
        var names = FeatureNames()
        AssignmentFeatures.write([97, 61, 98].span, match: 0..<3, secret: 2..<3, file: .unknown, to: &names)
        try out.write(contentsOf: Data((names.names.joined(separator: "\n") + "\n\n").utf8))
        var number: UInt32 = 0
        while let path = readLine() {
            let text = [UInt8](try Data(contentsOf: URL(filePath: arguments[1] + "/" + path)))
            var records = FeatureRecords(file: number, kind: FileKind(path: Array(path.utf8)))
            for seeker in seekers { try seeker.seek(in: text, into: &records) }
            try out.write(contentsOf: records.bytes)
            number += 1
        }
        try out.close()
    }
}

struct FeatureNames: FeatureSink {
    private(set) var names: [String] = []

    mutating func take(_ name: StaticString, _ value: Float) { names.append("\(name)") }
}

/// The records of one file.
struct FeatureRecords: FeatureSink {
    let file: UInt32
    let kind: FileKind
    private(set) var bytes = Data()

    init(file: UInt32, kind: FileKind) {
        (self.file, self.kind) = (file, kind)
    }

    mutating func take(_ name: StaticString, _ value: Float) { append(value.bitPattern) }

    mutating func begin(keyword: Int, value: Range<Int>) {
        append(file)
        for offset in [keyword, value.lowerBound, value.upperBound] { append(UInt64(offset)) }
    }

    private mutating func append(_ number: some FixedWidthInteger & UnsignedInteger) {
        for byte in 0..<number.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
    }
}
