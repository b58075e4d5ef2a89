import Blobs

/// The objects of a file, by number. For one worker.
final class Document {
    /// Objects of a file, at most; those of object streams included.
    private static let mostObjects = 2_000_000

    /// Bytes of all object streams together, which are kept.
    private static let mostObjectStreamBytes = 256 << 20

    /// Bytes of objects that are kept in their parsed form.
    private static let cacheSize = 8 << 20

    private static let longestChain = 16

    let budget: ReadBudget
    private let bytes: [UInt8]
    private let encryption: EncryptedFile?
    private var objectStreams: [ObjectStream] = []
    private var objectStreamBytes = 0

    /// All objects, earlier revisions too, by where they stand.
    private(set) var entries: [ObjectEntry]

    /// By number: the place in `entries` of the definition that counts.
    private var current: [Int: Int] = [:]

    /// In order; the last one counts.
    let trailers: [[String: PDFObject]]

    private var cache: [Int: IndirectObject] = [:]
    private var cachedBytes = 0

    /// Whether not all object streams could be read.
    private(set) var objectStreamError: PDFError?

    /// - Throws: what is wrong with the whole file.
    init(_ bytes: consuming [UInt8], _ budget: ReadBudget) throws(PDFError) {
        let bytes = bytes
        let scanner = try FileScanner(bytes, budget)
        guard !scanner.entries.isEmpty else { throw .damaged("there is no object in it") }
        self.bytes = bytes
        self.budget = budget
        entries = scanner.entries
        trailers = scanner.trailers.map(\.entries)
        encryption = try EncryptedFile(bytes, scanner)
        let objectStreams = Set(scanner.objectStreams)
        for index in scanner.entries.indices {
            current[entries[index].number] = index
            if objectStreams.contains(index) { try open(objectStream: index) }
        }
    }

    /// Whether this definition of its number is the one that counts.
    func isCurrent(_ index: Int) -> Bool {
        current[entries[index].number] == index
    }

    var isEncrypted: Bool { encryption != nil }

    private func open(objectStream index: Int) throws(PDFError) {
        do throws(PDFError) {
            guard let container = try load(index) else { return }
            let decoded = try decode(container, limit: Self.mostObjectStreamBytes - objectStreamBytes)
            objectStreamBytes += decoded.bytes.count
            let stream = ObjectStream(decoded.bytes, container.dictionary)
            for object in stream.objects {
                guard entries.count < Self.mostObjects else { throw PDFError.limit }
                current[object.number] = entries.count
                entries.append(
                    ObjectEntry(
                        number: object.number, generation: 0, start: entries[index].start,
                        place: .objectStream(objectStreams.count, offset: object.offset)))
            }
            objectStreams.append(stream)
            if decoded.isCut { throw PDFError.limit }
            if decoded.isDamaged { objectStreamError = .damaged("an object stream breaks off") }
        } catch .stopped {
            throw .stopped
        } catch {
            objectStreamError = error
        }
    }

    /// An object by its number; `nil` if there is none, or none that can be parsed.
    func object(_ number: Int) throws(PDFError) -> IndirectObject? {
        if let known = cache[number] { return known }
        guard let index = current[number] else { return nil }
        return try load(index)
    }

    /// The object of an entry.
    func load(_ index: Int) throws(PDFError) -> IndirectObject? {
        let entry = entries[index]
        let object: IndirectObject?
        let size: Int
        switch entry.place {
        case .file(let body, let stream):
            if let encryption {
                (object, size) = try encryption.object(entry)
            } else {
                (object, size) = Self.parse(entry.number, bytes, body, stream.map { .file($0) })
            }
        case .objectStream(let stream, let offset):
            (object, size) = Self.parse(entry.number, objectStreams[stream].bytes, offset, nil)
        }
        try budget.spend(work: size)
        guard let object, isCurrent(index), size <= Self.cacheSize else { return object }
        if cachedBytes + size > Self.cacheSize {
            cache.removeAll()
            cachedBytes = 0
        }
        cachedBytes += size
        cache[entry.number] = object
        return object
    }

    /// Of an object that is parsed, what it costs.
    private static let work = 64

    /// The object that begins at `start`, if there is one, and what it cost.
    private static func parse(
        _ number: Int, _ bytes: [UInt8], _ start: Int, _ stream: IndirectObject.Stream?
    ) -> (IndirectObject?, Int) {
        var parser = ObjectParser(Lexer(bytes, in: start..<bytes.count))
        let value = parser.object()
        let object = value.map { IndirectObject(number: number, value: $0, stream: stream) }
        return (object, parser.lexer.position - start + work)
    }

    /// Follows references to what they stand for.
    func resolve(_ object: PDFObject?) throws(PDFError) -> PDFObject {
        var object = object ?? .null
        for _ in 0..<Self.longestChain {
            guard case .reference(let number) = object else { return object }
            object = try self.object(number)?.value ?? .null
        }
        return .null
    }

    /// The bytes of a stream as its writer had them.
    func decode(_ object: IndirectObject, limit: Int = .max) throws(PDFError) -> DecodedBytes {
        guard let stream = object.stream else { return DecodedBytes() }
        try budget.checkStop()
        let chain = try FilterChain(object.dictionary) { value throws(PDFError) in try self.resolve(value) }
        let raw: [UInt8]
        switch stream {
        case .file(let range): raw = Array(bytes[range])
        case .encrypted(let number, let generation):
            guard let encryption else { throw .damaged("it is encrypted and it is not") }
            raw = try encryption.stream(number, generation)
        }
        let decoded = try chain.decode(raw, limit: max(0, min(limit, budget.bytesLeft)))
        budget.spend(bytes: decoded.bytes.count)
        return decoded
    }
}
