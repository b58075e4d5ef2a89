import Baselines
import Blobs
import Findings
import Reporting

/// A baseline's file, read.
struct JudgedBaseline {
    let path: RawPath
    var baseline: Baseline

    /// - Throws: `Refusal`.
    init(_ path: RawPath, externalKey: [UInt8]?) throws {
        self.path = path
        let bytes = try Self.bytes(of: path)
        do throws(BaselineError) {
            baseline = try Baseline(parsing: bytes, externalKey: externalKey)
        } catch {
            throw Refusal(error.message(in: path))
        }
    }

    /// - Throws: `Refusal`.
    static func bytes(of path: RawPath) throws -> [UInt8] {
        let bytes = try SmallFile.bytes(of: path, limit: Baseline.largest + 1)
        guard bytes.count <= Baseline.largest else {
            throw Refusal("\(path.lossyText): a baseline has at most \(Baseline.largest) bytes")
        }
        return bytes
    }

    /// Splits findings as `Baseline.review` does, and says on standard error what it has to note.
    func review(_ findings: [Finding], today: String) -> (findings: [Finding], review: BaselineReview) {
        let reviewed = baseline.review(findings, today: today, file: path)
        for note in reviewed.notes { StandardStreams.writeError("keyhound: \(note)\n") }
        return (reviewed.findings, reviewed.review)
    }

    /// The day in UTC, such as `2027-01-31`.
    static func day(_ seconds: Int) -> String { String(Timestamp.text(seconds).prefix(10)) }
}
