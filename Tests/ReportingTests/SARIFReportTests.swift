import Blobs
import Findings
import Foundation
import Testing

@testable import Reporting

@Suite struct SARIFReportTests {
    /// `count` findings, each a secret and a file of its own.
    private static func report(_ count: Int, pathLength: Int = 0) -> RunReport {
        let padding = (0..<pathLength).map { _ in UInt8.random(in: 0x61...0x7A) }
        let findings = (0..<count).map { index in
            let number = String(index)
            let name = "f" + String(repeating: "0", count: 7 - number.count) + number
            let shuffled = (padding.isEmpty ? [] : padding.shuffled()) + Array(name.utf8)
            return Sample.finding(RawPath(shuffled), secret: Secret(Array("secret number \(index)".utf8)))
        }
        return RunReport(
            tool: Sample.report().tool, run: Sample.run(), coverage: Coverage(), dropped: DropCounts(),
            findings: findings.sorted(by: Finding.isOrderedBefore), tellsEveryLocation: true, masker: Masker())
    }

    @Test func oneSecretIsOneResultWithItsPlaces() throws {
        let sample = Sample.report((1...250).map { Sample.finding("f", line: $0) }, tellsEveryLocation: false)
        let results = try #require(ParsedSARIF(MemorySink.holding(sample, as: .sarif)).runs.first?.results)
        #expect(results.count == 1)
        #expect(results.first?.relatedLocations?.map(\.physicalLocation.region.startLine) == Array(2...101))
    }

    @Test func locationsCountInUTF16AndBytes() throws {
        let report = Sample.report([Sample.finding(isPaired: true)])
        let result = try #require(ParsedSARIF(MemorySink.holding(report, as: .sarif)).runs.first?.results.first)
        let place = try #require(result.locations.first?.physicalLocation)
        #expect(place.artifactLocation.uri == "src/config.py")
        #expect(place.artifactLocation.uriBaseId == "%SRCROOT%")
        #expect(
            place.region
                == .init(
                    startLine: 12, startColumn: 7, endLine: 12, endColumn: 47, byteOffset: 300, byteLength: 40))
        #expect(result.relatedLocations?.first?.physicalLocation.region.startLine == 11)
        let expected = report.place(of: report.findings[0]).hexadecimal
        #expect(result.partialFingerprints == ["keyhoundPlace/v1": expected])
        #expect(result.fingerprints == nil)
    }

    @Test func aSecretInANameHasNoRegionInTheContent() throws {
        let name = Provenance(.file("n")).appending(.name)
        let report = Sample.report([Sample.finding("n", provenance: name)])
        let result = try #require(ParsedSARIF(MemorySink.holding(report, as: .sarif)).runs.first?.results.first)
        #expect(result.locations.first?.physicalLocation.region == .init(startLine: 1))
    }

    /// Code hosts know the file, and no lines of what is packed in it.
    @Test func aSecretInAMemberIsToldAtItsFile() throws {
        let member = Provenance(.file("dir/a.zip")).appending(.member("n/k.txt"))
        let sink = try MemorySink.holding(Sample.report([Sample.finding("a.zip", provenance: member)]), as: .sarif)
        let result = try #require(ParsedSARIF(sink).runs.first?.results.first)
        #expect(result.locations.first?.physicalLocation.region == .init(startLine: 1))
        #expect(result.locations.first?.physicalLocation.artifactLocation.uri == "dir/a.zip")
        #expect(sink.text.contains("\"fullyQualifiedName\":\"dir/a.zip!n/k.txt\""))
    }

    @Test func ruleIndexesPointAtTheirRules() throws {
        for run in try ParsedSARIF(MemorySink.holding(Sample.fullReport(), as: .sarif)).runs {
            #expect(run.results.allSatisfy { run.tool.driver.rules[$0.ruleIndex].id == $0.ruleId })
            #expect(!run.invocations[0].executionSuccessful)
            let errors = run.invocations[0].toolExecutionNotifications.filter { $0.level == "error" }
            #expect(errors.map(\.descriptor.id) == ["skipped:error", "skipped:vanished"])
        }
    }

    @Test func noSnippetLeavesTheMachine() throws {
        #expect(try !MemorySink.holding(Sample.fullReport(), as: .sarif).text.contains("snippet"))
    }

    @Test func aLargeReportIsSplitIntoRuns() throws {
        let report = Self.report(60_000)
        let sink = try MemorySink.holding(report, as: .sarif)
        let runs = try ParsedSARIF(sink).runs
        #expect(runs.map(\.results.count) == [25_000, 25_000, 10_000])
        #expect(runs.map(\.automationDetails.id) == ["keyhound/1/", "keyhound/2/", "keyhound/3/"])
        #expect(
            runs.allSatisfy {
                $0.invocations[0].toolExecutionNotifications.contains { $0.descriptor.id == "github:results" }
            })
        #expect(Set(runs.flatMap(\.results).map(\.uri)).count == 60_000)
        #expect(sink.largestPiece < 80_000)
    }

    @Test(arguments: [0, 1, 24_999, 25_000, 25_001, 75_000])
    func volumesHoldEveryFindingOnce(_ count: Int) {
        let volumes = SARIFVolume.volumes(of: Self.report(count))
        let ranges = volumes.flatMap(\.runs)
        #expect(ranges.map(\.lowerBound) == [0] + ranges.dropLast().map(\.upperBound))
        #expect(ranges.last?.upperBound == count)
        #expect(ranges.allSatisfy { $0.count <= SARIFVolume.resultLimit && (count == 0 || !$0.isEmpty) })
        #expect(volumes.allSatisfy { $0.runs.count <= SARIFVolume.runLimit })
        #expect(volumes.map(\.number) == Array(1...volumes.count))
        var run = 1
        for volume in volumes {
            #expect(volume.firstRun == run)
            run += volume.runs.count
        }
    }

    /// GitHub takes 10 MB, compressed.
    @Test(arguments: [0, 200]) func aVolumeStaysWithinTheSizeLimit(_ pathLength: Int) throws {
        let report = Self.report(25_000, pathLength: pathLength)
        let estimate = report.findings.reduce(0) { $0 + SARIFVolume.compressedSize(of: $1) }
        let folder = try ScratchFolder()
        let receipt = try ReportDestination(path: folder.path("r.sarif")).deliver(report, as: .sarif)
        #expect(receipt.files.count == 1)
        let gzip = Process()
        gzip.executableURL = URL(filePath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-1", folder.file("r.sarif").path()]
        try gzip.run()
        gzip.waitUntilExit()
        let size = try Data(contentsOf: folder.file("r.sarif.gz")).count
        #expect(size < estimate)
    }

    @Test func furtherVolumesGetFilesOfTheirOwn() throws {
        let folder = try ScratchFolder()
        let report = Self.report(75_000)
        let volumes = SARIFVolume.volumes(of: report).count
        #expect(volumes > 1)
        let receipt = try ReportDestination(path: folder.path("r.sarif")).deliver(report, as: .sarif)
        #expect(receipt.files.count == volumes)
        #expect(receipt.warnings.count == 2)
        #expect(try folder.names() == ["r-2.sarif", "r.sarif"])
        let files = try ["r.sarif", "r-2.sarif"].map { try ParsedSARIF(folder.file($0)) }
        #expect(files.flatMap(\.runs).reduce(0) { $0 + $1.results.count } == 75_000)
        let ids = files.flatMap(\.runs).map(\.automationDetails.id)
        #expect(Set(ids).count == ids.count)

        // The next report is small: what the large one left must not be taken for a part of it.
        _ = try ReportDestination(path: folder.path("r.sarif")).deliver(Self.report(1), as: .sarif)
        #expect(try folder.names() == ["r.sarif"])
    }

    @Test func aFileThatIsNoVolumeIsNeitherReplacedNorRemoved() throws {
        let folder = try ScratchFolder()
        try Data("mine".utf8).write(to: folder.file("r-2.sarif"))
        _ = try ReportDestination(path: folder.path("r.sarif")).deliver(Self.report(1), as: .sarif)
        let old = try Data(contentsOf: folder.file("r.sarif"))
        let error = #expect(throws: DeliveryError.self) {
            _ = try ReportDestination(path: folder.path("r.sarif")).deliver(Self.report(75_000), as: .sarif)
        }
        #expect(error?.cause == .foreignFile && error?.isRefusal == false)
        #expect(try Data(contentsOf: folder.file("r-2.sarif")) == Data("mine".utf8))
        #expect(try Data(contentsOf: folder.file("r.sarif")) == old)
        #expect(try folder.names() == ["r-2.sarif", "r.sarif"])
    }

    @Test func volumeNamesKeepTheExtension() {
        func name(_ text: String) -> String {
            String(decoding: SARIFVolumeName.name(Array(text.utf8), number: 2), as: UTF8.self)
        }
        #expect(name("report.sarif") == "report-2.sarif")
        #expect(name("a.b.json") == "a.b-2.json")
        #expect(name("report") == "report-2")
        #expect(name(".hidden") == ".hidden-2")
    }
}
