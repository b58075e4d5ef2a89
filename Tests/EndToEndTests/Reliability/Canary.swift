import Foundation

/// Looks for any part of some secrets, in any spelling, in what a run leaves behind.
struct Canary {
    /// A spelling of a secret, and how many bytes of it stand for eight of the secret, or enough not to come up by
    /// chance.
    private typealias Spelling = (bytes: [UInt8], window: Int)

    /// All parts, by their first eight bytes.
    private var parts: [UInt64: Set<[UInt8]>] = [:]

    /// - Parameter secrets: each with the length of the provider's prefix, which may be shown.
    init(_ secrets: [(text: String, prefixLength: Int)]) {
        for secret in secrets {
            for (bytes, window) in Self.spellings(of: Array(secret.text.utf8.dropFirst(secret.prefixLength)))
            where bytes.count >= window {
                for start in 0...(bytes.count - window) {
                    let part = Array(bytes[start..<start + window])
                    parts[Self.key(part), default: []].insert(part)
                }
            }
        }
    }

    /// What stands before the first part of a secret in `bytes`; `nil` when they hold none.
    func firstLeak(in bytes: [UInt8]) -> String? {
        guard bytes.count >= 8 else { return nil }
        var key = Self.key(Array(bytes[..<8]))
        for start in 0...(bytes.count - 8) {
            if let candidates = parts[key], candidates.contains(where: { bytes[start...].starts(with: $0) }) {
                return String(decoding: bytes[max(0, start - 80)..<start], as: UTF8.self)
            }
            if start + 8 < bytes.count { key = key << 8 | UInt64(bytes[start + 8]) }
        }
        return nil
    }

    private static func spellings(of secret: [UInt8]) -> [Spelling] {
        let text = String(decoding: secret, as: UTF8.self)
        var spellings: [Spelling] = [(secret, 8), (secret.reversed(), 8)]
        for start in 0..<3 {
            // Whichever way the secret falls into groups of three, the characters that depend on it alone.
            let whole = Data(secret.dropFirst(start).prefix((secret.count - start) / 3 * 3)).base64EncodedString()
            spellings.append((Array(whole.utf8), 12))
            spellings.append((Array(whole.replacing("+", with: "-").replacing("/", with: "_").utf8), 12))
        }
        let digits = secret.map { String(format: "%02x", $0) }
        spellings.append((Array(digits.joined().utf8), 16))
        spellings.append((Array(digits.joined().uppercased().utf8), 16))
        spellings.append((Array(digits.map { "%\($0)" }.joined().utf8), 24))
        spellings.append((Array(digits.map { "%\($0)" }.joined().uppercased().utf8), 24))
        let percent = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        spellings.append((Array(percent.utf8), 8))
        spellings.append((Array(text.replacing("/", with: "\\/").utf8), 8))
        spellings.append((Array(secret.map { [$0, 0] }.joined()), 16))
        spellings.append((Array(secret.map { [0, $0] }.joined()), 16))
        return spellings
    }

    private static func key(_ bytes: [UInt8]) -> UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
