import Foundation

/// A JSON report, read back by Foundation.
struct ParsedReport {
    struct Finding {
        let pathBytes: [UInt8]
        let place: String
        let members: [String: Any]
    }

    let members: [String: Any]
    let findings: [Finding]

    init(_ sink: MemorySink) throws {
        members = try JSONSerialization.jsonObject(with: Data(sink.bytes)) as? [String: Any] ?? [:]
        findings = (members["findings"] as? [[String: Any]] ?? []).map(Self.finding)
    }

    static func finding(_ members: [String: Any]) -> Finding {
        let bytes = (members["path_bytes_base64"] as? String).flatMap { Data(base64Encoded: $0) }.map(Array.init)
        let path = members["path"] as? String ?? ""
        return Finding(
            pathBytes: bytes ?? Array(path.utf8), place: members["place"] as? String ?? "", members: members)
    }
}
