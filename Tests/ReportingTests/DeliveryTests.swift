import Blobs
import Findings
import Foundation
import Testing

@testable import Reporting

/// Promises 8 and 9; cases 43, 44, 46 and 56. One after the other: some set what belongs to the whole process.
@Suite(.serialized) struct DeliveryTests {
    private static let report = Sample.report([Sample.finding()])

    private let folder: ScratchFolder

    init() throws {
        // As the executable does: a reader that goes away must show as an error, not as a death.
        signal(SIGPIPE, SIG_IGN)
        folder = try ScratchFolder()
    }

    private func deliver(_ name: String, _ report: RunReport = report) throws(DeliveryError) {
        _ = try ReportDestination(path: folder.path(name)).deliver(report, as: .json)
    }

    private func expectRefusal(_ cause: DeliveryError.Cause, _ path: RawPath) {
        let error = #expect(throws: DeliveryError.self) { _ = try ReportDestination(path: path) }
        #expect(error?.cause == cause)
        #expect(error?.isRefusal == true)
    }

    @Test func aReportIsPrivateWhateverTheMask() throws {
        // No stricter one: the mask counts for the tests that run beside this one, too.
        for mask in [0o000, 0o022] as [mode_t] {
            let old = umask(mask)
            defer { umask(old) }
            try deliver("r-\(mask)")
            #expect(try folder.permissions("r-\(mask)") == 0o600)
        }
    }

    @Test func aReportReplacesTheOldOneWhole() throws {
        try Data("old".utf8).write(to: folder.file("r"))
        try deliver("r")
        #expect(try Array(Data(contentsOf: folder.file("r"))) == MemorySink.holding(Self.report, as: .json).bytes)
        #expect(try folder.permissions("r") == 0o600)
        #expect(try folder.names() == ["r"])
    }

    @Test func preparingTouchesNothing() throws {
        try Data("old".utf8).write(to: folder.file("r"))
        _ = try ReportDestination(path: folder.path("r"))
        _ = try ReportDestination(path: folder.path("new"))
        #expect(try folder.names() == ["r"])
        #expect(try Data(contentsOf: folder.file("r")) == Data("old".utf8))
    }

    @Test func symbolicLinksAreRefused() throws {
        try FileManager.default.createSymbolicLink(at: folder.file("l"), withDestinationURL: folder.file("victim"))
        expectRefusal(.symbolicLink, folder.path("l"))
        #expect(try folder.names() == ["l"])
    }

    @Test func aLinkPlantedAfterTheCheckIsReplacedNotFollowed() throws {
        let destination = try ReportDestination(path: folder.path("r"))
        try Data("victim".utf8).write(to: folder.file("victim"))
        try FileManager.default.createSymbolicLink(at: folder.file("r"), withDestinationURL: folder.file("victim"))
        try FileManager.default.createSymbolicLink(
            at: folder.file(".r.keyhound.tmp"), withDestinationURL: folder.file("victim"))
        _ = try destination.deliver(Self.report, as: .json)
        #expect(try Data(contentsOf: folder.file("victim")) == Data("victim".utf8))
        #expect(try folder.names() == ["r", "victim"])
    }

    @Test func foldersAreRefused() throws {
        expectRefusal(.directory, RawPath(folder.url.path()))
        expectRefusal(.directory, folder.path("."))
        expectRefusal(.directory, folder.path(""))
        expectRefusal(.missingFolder, folder.path("none/r"))
        try Data().write(to: folder.file("f"))
        expectRefusal(.missingFolder, folder.path("f/r"))
    }

    @Test func aLeftoverOfADeadRunIsRemoved() throws {
        try Data("half a report".utf8).write(to: folder.file(".r.keyhound.tmp"))
        try deliver("r")
        #expect(try folder.names() == ["r"])
    }

    @Test func aRunThatIsStillWritingIsLeftAlone() throws {
        let url = folder.file(".r.keyhound.tmp")
        try Data("half a report".utf8).write(to: url)
        let other = try FileHandle(forUpdating: url)
        #expect(flock(other.fileDescriptor, LOCK_EX) == 0)
        expectRefusal(.beingWritten, folder.path("r"))
        #expect(try Data(contentsOf: url) == Data("half a report".utf8))
    }

    @Test func longNamesWork() throws {
        let name = String(repeating: "n", count: 255)
        try deliver(name)
        #expect(try folder.names() == [name])
    }

    @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system"))
    func aFullDiskKeepsTheOldReport() throws {
        let disk = try SmallDisk(mountedOn: folder)
        try deliver("r")
        let old = try Data(contentsOf: folder.file("r"))
        let mail = SampleMail.mail([SampleMail.exposure(copies: 2000)] + (1...200).map { _ in SampleMail.exposure() })
        let many = Sample.report((1...2000).map { Sample.finding(line: $0) }, mail: mail)
        let error = #expect(throws: DeliveryError.self) { try deliver("r", many) }
        #expect(error?.cause == .system(operation: .write, errorNumber: ENOSPC))
        #expect(error?.isRefusal == false)
        #expect(try Data(contentsOf: folder.file("r")) == old)
        #expect(try folder.names() == ["r"])
        withExtendedLifetime(disk) {}
    }

    @Test func anUnfinishedReportLeavesTheOldOne() throws {
        let old = Data("old report".utf8)
        try old.write(to: folder.file("r"))
        do {
            let parent = try SystemCall.openFolder(Array(folder.url.path().utf8))
            let file = try TemporaryFile(in: parent.number, name: Array("r".utf8), target: folder.path("r"))
            try file.sink.write(Array("half".utf8))
            #expect(try folder.names() == [".r.keyhound.tmp", "r"])
            #expect(try folder.permissions(".r.keyhound.tmp") == 0o600)
        }
        #expect(try folder.names() == ["r"])
        #expect(try Data(contentsOf: folder.file("r")) == old)
    }

    @Test func devicesAreWrittenThrough() throws {
        _ = try ReportDestination(path: "/dev/null").deliver(Self.report, as: .json)
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
        let error = #expect(throws: DeliveryError.self) {
            _ = try ReportDestination(path: "/dev/full").deliver(Self.report, as: .text)
        }
        #expect(error?.cause == .system(operation: .write, errorNumber: ENOSPC))
        #expect(error.map { "\($0)" } == "/dev/full: report not delivered: cannot write: No space left on device")
    }

    @Test func aFIFOIsWrittenThrough() async throws {
        let path = folder.file("fifo").path()
        #expect(unsafe mkfifo(path, 0o600) == 0)
        let reader = Task.detached {
            try FileHandle(forReadingFrom: URL(filePath: path)).readToEnd() ?? Data()
        }
        let mail = SampleMail.mail([SampleMail.exposure(copies: 2000)] + (1...200).map { _ in SampleMail.exposure() })
        let many = Sample.report((1...2000).map { Sample.finding(line: $0) }, mail: mail)
        _ = try ReportDestination(path: RawPath(path)).deliver(many, as: .jsonl)
        #expect(try await Array(reader.value) == MemorySink.holding(many, as: .jsonl).bytes)
        #expect(try folder.names() == ["fifo"])
    }

    @Test func descriptorsHaveNames() throws {
        let pipe = Pipe()
        let number = pipe.fileHandleForWriting.fileDescriptor
        _ = try ReportDestination(path: RawPath("/dev/fd/\(number)")).deliver(Self.report, as: .json)
        try pipe.fileHandleForWriting.close()
        let bytes = try Array(pipe.fileHandleForReading.readToEnd() ?? Data())
        #expect(bytes == (try MemorySink.holding(Self.report, as: .json).bytes))
    }

    @Test func aSlowReaderOfANonBlockingPipeGetsEverything() async throws {
        let pipe = Pipe()
        let number = pipe.fileHandleForWriting.fileDescriptor
        #expect(fcntl(number, F_SETFL, O_NONBLOCK) == 0)
        let reader = Task.detached { try pipe.fileHandleForReading.readToEnd() ?? Data() }
        let mail = SampleMail.mail([SampleMail.exposure(copies: 2000)] + (1...200).map { _ in SampleMail.exposure() })
        let many = Sample.report((1...2000).map { Sample.finding(line: $0) }, mail: mail)
        _ = try ReportDestination(path: RawPath("/dev/fd/\(number)")).deliver(many, as: .jsonl)
        try pipe.fileHandleForWriting.close()
        #expect(try await Array(reader.value) == MemorySink.holding(many, as: .jsonl).bytes)
    }

    @Test func aReaderThatWentAwayIsAnError() throws {
        let pipe = Pipe()
        let number = pipe.fileHandleForWriting.fileDescriptor
        let destination = try ReportDestination(path: RawPath("/dev/fd/\(number)"))
        try pipe.fileHandleForReading.close()
        let error = #expect(throws: DeliveryError.self) { _ = try destination.deliver(Self.report, as: .text) }
        #expect(error?.cause == .system(operation: .write, errorNumber: EPIPE))
    }

    @Test func aClosedOutputIsNoticedBeforeTheScan() throws {
        for number in ["987654", "99999999999"] {
            let error = #expect(throws: DeliveryError.self) {
                _ = try ReportDestination(path: RawPath("/dev/fd/" + number))
            }
            #expect(error != nil)
        }
        let input = try FileHandle(forReadingFrom: URL(filePath: "/dev/null"))
        let error = #expect(throws: DeliveryError.self) {
            _ = try ReportDestination(path: RawPath("/dev/fd/\(input.fileDescriptor)"))
        }
        #expect(error?.cause == .system(operation: .write, errorNumber: EBADF))
    }

    @Test func anErrorOfASinkReachesTheCaller() {
        let mail = SampleMail.mail([SampleMail.exposure(copies: 2000)] + (1...200).map { _ in SampleMail.exposure() })
        let many = Sample.report((1...2000).map { Sample.finding(line: $0) }, mail: mail)
        for format in ReportFormat.allCases {
            // Annotations are few, and come in one piece.
            for pieces in 0...(format == .github ? 0 : 1) {
                var sink = FailingSink(remainingPieces: pieces)
                #expect(throws: DeliveryError.self) { try format.write(many, to: &sink) }
            }
        }
    }

    @Test func oneReportGoesToSeveralPlacesInSeveralFormats() throws {
        for format in ReportFormat.allCases {
            let destination = try ReportDestination(path: folder.path("r.\(format.rawValue)"))
            _ = try destination.deliver(Self.report, as: format)
            let bytes = try Array(Data(contentsOf: folder.file("r.\(format.rawValue)")))
            #expect(bytes == (try MemorySink.holding(Self.report, as: format).bytes))
        }
        #expect(try folder.names().count == ReportFormat.allCases.count)
    }

    @Test func twoNamesOfOneTargetAreNoticed() throws {
        func areSame(_ left: RawPath, _ right: RawPath) throws -> Bool {
            let one = try ReportDestination(path: left)
            let other = try ReportDestination(path: right)
            let answer = one.isSameTarget(as: other)
            #expect(other.isSameTarget(as: one) == answer)
            return answer
        }
        try FileManager.default.createDirectory(at: folder.file("d"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(at: folder.file("link"), withDestinationURL: folder.file("d"))
        #expect(try areSame(folder.path("r"), folder.path("r")))
        #expect(try areSame(folder.path("d/r"), folder.path("d/../link/./r")))
        #expect(try !areSame(folder.path("r"), folder.path("s")))
        #expect(try !areSame(folder.path("r"), folder.path("d/r")))
        try Data("x".utf8).write(to: folder.file("r"))
        try FileManager.default.linkItem(at: folder.file("r"), to: folder.file("s"))
        #expect(try !areSame(folder.path("r"), folder.path("s")))
        #expect(try !areSame("/dev/null", "/dev/null"))
        #expect(try !areSame("/dev/null", folder.path("r")))
        #expect(unsafe mkfifo(folder.file("fifo").path(), 0o600) == 0)
        #expect(try areSame(folder.path("fifo"), folder.path("d/../fifo")))
    }

    @Test func descriptorsAreComparedWithFiles() throws {
        try Data().write(to: folder.file("r"))
        let (file, again) = (
            try FileHandle(forUpdating: folder.file("r")), try FileHandle(forUpdating: folder.file("r"))
        )
        let pipe = Pipe()
        func target(_ handle: FileHandle) -> RawPath { RawPath("/dev/fd/\(handle.fileDescriptor)") }
        let writer = try ReportDestination(path: target(file))
        #expect(writer.isSameTarget(as: try ReportDestination(path: target(file))))
        #expect(writer.isSameTarget(as: try ReportDestination(path: target(again))))
        #expect(writer.isSameTarget(as: try ReportDestination(path: folder.path("r"))))
        #expect(!writer.isSameTarget(as: try ReportDestination(path: folder.path("s"))))
        #expect(!writer.isSameTarget(as: try ReportDestination(path: target(pipe.fileHandleForWriting))))
        let output = try ReportDestination.standardOutput()
        #expect(output.isSameTarget(as: try ReportDestination(path: "/dev/stdout")))
    }
}
