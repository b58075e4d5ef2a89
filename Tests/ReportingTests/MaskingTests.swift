import Blobs
import Findings
import Foundation
import Reporting
import Testing

/// Promise 8 and case 55: no sink holds a secret, in whatever string it stands.
@Suite struct MaskingTests {
    /// A report with its secrets in paths, member names, notes, details, reasons and targets.
    private static func leakyReport(showsSecrets: Bool = false, tellsEveryLocation: Bool = false) -> RunReport {
        let text = Sample.text(Sample.secret)
        let path = RawPath("dir/\(text).txt")
        let hidden = RawPath(Array("x\(text)".utf8) + [0xFF])
        var coverage = Coverage()
        coverage.see(units: 2)
        coverage.skip(Diagnostic(reason: .ioError, provenance: Provenance(.file(path)), note: "reading \(text): EIO"))
        coverage.skip(Diagnostic(reason: .fifo, provenance: Provenance(.file(hidden))))
        var dropped = DropCounts()
        dropped.recognise(.canary, at: .init(path: path, line: 1, column: 1, rule: "r"))
        // A limit on the length must not leave the first half of a secret.
        let straddling = String(repeating: "x", count: 180) + text
        let details = [
            Finding.Detail(name: "user", value: straddling),
            Finding.Detail(name: "other", value: Sample.text(Sample.keyID)),
        ]
        let suppression = Suppression(kind: .baseline, mark: text, reason: text, owner: straddling, expires: text)
        let entry = BaselineReview.Entry(
            line: 1, rule: text, path: path, reason: text, owner: straddling, expires: text)
        let baseline = BaselineReview(
            path: path, entryCount: 2, usedCount: 1, movedCount: 1, unused: [entry], expired: [entry])
        var history = History()
        history.introduced = History.Commit(
            id: String(repeating: "a", count: 40), author: Array(text.utf8), seconds: 0, subject: Array(text.utf8))
        history.otherPaths = [path]
        history.references = [Array(text.utf8)]
        let address = "\(text)@corp.example"
        let message = SampleMail.message(text, from: address, subject: straddling, folder: text)
        let exposure = SampleMail.exposure(
            of: SampleMail.finding(in: message, box: path, part: path, section: text), text: straddling,
            identifier: text, from: address, people: [address, address.lowercased()], list: address.lowercased(),
            box: path, part: path)
        return Sample.report(
            [
                exposure.finding, Sample.finding(path, reason: "beside \(text)", details: details, isPaired: true),
                Sample.finding(hidden, provenance: Provenance(.file(hidden)).appending(.name)),
                Sample.finding(path, secret: Sample.keyID, line: 3).placed(in: history),
            ],
            run: Sample.run(.incomplete, reasons: [.ioError], targets: [path]), coverage: coverage, dropped: dropped,
            suppressed: [Sample.finding(path, reason: text, details: details).suppressed(by: suppression)],
            baseline: baseline, mail: SampleMail.mail([exposure], organisation: [address]), showsSecrets: showsSecrets,
            tellsEveryLocation: tellsEveryLocation)
    }

    @Test(arguments: ReportFormat.allCases)
    func noSinkHoldsEightBytesOfASecret(_ format: ReportFormat) throws {
        let sink = try MemorySink.holding(Self.leakyReport(), as: format)
        let windows = Set(sink.bytes.indices.dropLast(7).map { Array(sink.bytes[$0..<$0 + 8]) })
        for secret in [Sample.secret, Sample.keyID] {
            let bytes = secret.reveal()
            for form in [
                bytes, Array(bytes.reversed()), Array(Data(bytes).base64EncodedString().utf8),
                Array(Sample.text(secret).lowercased().utf8),
            ] {
                let pieces = (0...form.count - 8).map { Array(form[$0..<$0 + 8]) }
                #expect(windows.isDisjoint(with: pieces))
            }
        }
        #expect(sink.text.contains(format == .sarif ? "%5Bredacted%5D" : "[redacted]"))
    }

    @Test func aPathKeptAsBytesIsMaskedToo() throws {
        let report = try ParsedReport(MemorySink.holding(Self.leakyReport(tellsEveryLocation: true), as: .json))
        let paths = report.findings.map(\.pathBytes)
        #expect(paths.contains(Array("x[redacted]".utf8) + [0xFF]))
    }

    @Test(arguments: ReportFormat.allCases)
    func secretsAreShownOnRequest(_ format: ReportFormat) throws {
        let sink = try MemorySink.holding(Self.leakyReport(showsSecrets: true), as: format)
        #expect(sink.text.contains(Sample.text(Sample.secret)) == format.canShowSecrets)
    }

    @Test func whatServersKeepDoesNotDependOnTheRequest() throws {
        for format in ReportFormat.allCases where !format.canShowSecrets {
            let plain = try MemorySink.holding(Self.leakyReport(), as: format)
            #expect(try MemorySink.holding(Self.leakyReport(showsSecrets: true), as: format).bytes == plain.bytes)
        }
    }

    @Test func jsonHasAValueOnRequestOnly() throws {
        for shows in [false, true] {
            let report = try ParsedReport(MemorySink.holding(Self.leakyReport(showsSecrets: shows), as: .json))
            let secrets = report.findings.compactMap { $0.members["secret"] as? [String: Any] }
            #expect(secrets.count == 2 && secrets.allSatisfy { ($0["value"] != nil) == shows })
        }
    }
}
