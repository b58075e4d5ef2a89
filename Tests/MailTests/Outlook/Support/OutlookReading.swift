import Blobs

@testable import Mail

/// What a reader gives, collected.
struct OutlookReading {
    struct Part {
        let section: String
        let kind: OutlookPart.Kind
        let name: String?
        let text: String
        let bytes: [UInt8]
        let part: OutlookPart
        let error: OutlookError?
    }

    private(set) var parts: [Part] = []
    private(set) var errors: [OutlookError] = []

    init(_ kind: OutlookKind, _ bytes: [UInt8], piece: Int = 1000) throws(OutlookError) {
        let source = MemorySource(bytes: bytes)
        try self.init(OutlookReader(kind, size: bytes.count, read: source.read), piece: piece)
    }

    /// - Parameter limit: Parts and errors; more would mean that a reader does not end.
    init(_ reader: OutlookReader, piece: Int = 1000, limit: Int = 100_000) {
        var buffer = [UInt8](repeating: 0, count: piece)
        while parts.count + errors.count < limit {
            do throws(OutlookError) {
                guard let part = try reader.next() else { return }
                var content: [UInt8] = []
                var failure: OutlookError?
                do throws(OutlookError) {
                    while true {
                        var span = buffer.mutableSpan
                        let count = try reader.read(into: &span)
                        if count == 0 { break }
                        content += buffer[..<count]
                    }
                } catch {
                    failure = error
                }
                parts.append(
                    Part(
                        section: part.origin.section, kind: part.kind, name: part.name?.lossyText,
                        text: String(decoding: content, as: UTF8.self), bytes: content, part: part, error: failure))
            } catch {
                errors.append(error)
            }
        }
        errors.append(OutlookError(.tooMuchReading, at: -1))
    }

    func text(_ section: String) -> String? { parts.first { $0.section == section }?.text }
}
