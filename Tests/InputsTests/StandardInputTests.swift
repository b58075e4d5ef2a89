import Blobs
import Glibc
@testable import Inputs
import Testing

extension InputsTests {
    @Suite struct StandardInputTests {
        @Test func aPipeIsReadToItsEndAndForwardOnly() throws {
            var ends: [Int32] = [0, 0]
            try #require(unsafe pipe(&ends) == 0)
            defer { close(ends[0]) }
            #expect(unsafe write(ends[1], "0123456789", 10) == 10)
            close(ends[1])
            var source = try StandardInput(descriptor: ends[0])
            #expect(source.size == nil)
            var buffer = [UInt8](repeating: 0, count: 3)
            var span = buffer.mutableSpan
            #expect(try source.read(into: &span, at: 0) == 3)
            #expect(try source.read(into: &span, at: 7) == 3)
            #expect(try source.read(into: &span, at: 10) == 0)
            #expect(buffer == bytes("789"))
        }

        @Test func aPipeThatDoesNotBlockIsWaitedFor() throws {
            var ends: [Int32] = [0, 0]
            try #require(unsafe pipe(&ends) == 0)
            defer { close(ends[0]) }
            try #require(fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
            let (reading, writing) = (ends[0], ends[1])
            runThreads(2) { index in
                if index == 0 {
                    usleep(20_000)
                    _ = unsafe write(writing, "late", 4)
                    close(writing)
                } else {
                    let all = try? StandardInput(descriptor: reading).all()
                    #expect(all == bytes("late"))
                }
            }
        }

        @Test func aClosedDescriptorOrAFolderIsAnError() throws {
            let descriptor = dup(0)
            close(descriptor)
            #expect(inputError { _ = try StandardInput(descriptor: descriptor) } == .failed(errorNumber: EBADF))
            let folder = unsafe open("/", O_RDONLY)
            defer { close(folder) }
            #expect(inputError { _ = try StandardInput(descriptor: folder) } == .notRegular(.directory))
        }
    }
}

extension StandardInput {
    fileprivate consuming func all() throws -> [UInt8] {
        var source = self
        return try readAll(&source)
    }
}
