import Blobs

@testable import Containers

/// What a container is seen to hold.
struct Listing {
    var names: [String] = []
    var members: [ContainerMember] = []
    var contents: [String: [UInt8]] = [:]
    var failures: [String: SourceFailure] = [:]
    var error: ContainerError?

    /// - Parameter portion: the most bytes of one read; `nil` for as many as there is room for.
    init(
        _ kind: ContainerKind, _ source: any ContainerSource, portion: Int = 1 << 16, path: String = "file",
        limits: ContainerLimits = ContainerLimits()
    ) {
        let budget = ContainerBudget(limits, fileSize: source.size ?? 0)
        do throws(ContainerError) {
            let reader = try ContainerReader(kind, source, path: RawPath(path))
            while let member = try reader.next() {
                members.append(member)
                names.append(member.name.lossyText)
                read(MemberBytes(member, of: reader, budget: budget), member.name.lossyText, portion)
            }
        } catch {
            self.error = error
        }
    }

    private mutating func read(_ bytes: MemberBytes, _ name: String, _ portion: Int) {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: portion)
        do throws(ByteSourceError) {
            while true {
                var span = buffer.mutableSpan
                let count = try bytes.read(into: &span, at: content.count)
                if count == 0 { break }
                content += buffer[..<count]
            }
        } catch {
            failures[name] = bytes.failure
        }
        contents[name] = content
    }

    /// Of bytes in memory.
    static func of(
        _ kind: ContainerKind, _ bytes: [UInt8], portion: Int = 1 << 16, path: String = "file",
        limits: ContainerLimits = ContainerLimits()
    ) -> Listing {
        Listing(kind, MemoryBytes(bytes, isWhole: true), portion: portion, path: path, limits: limits)
    }

    /// Of bytes that can be read forward only.
    static func ofStream(_ kind: ContainerKind, _ bytes: [UInt8]) -> Listing {
        let front = MemoryBytes(Array(bytes.prefix(5)), isWhole: false)
        return Listing(kind, PrefixedBytes(front, MemoryBytes(bytes, isWhole: true)))
    }
}
