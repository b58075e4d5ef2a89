import Checksums
import Crypto

/// Private keys of PuTTY: appendix C of its manual, "PPK file format", versions 2 and 3.
///
///     PuTTY-User-Key-File-3: ssh-ed25519      algorithm
///     Encryption: none                        or aes256-cbc
///     Comment: name
///     Public-Lines: 2                         base64 as SSH sends it
///     Key-Derivation: Argon2id                version 3 and encrypted only, with Argon2-Memory and others
///     Private-Lines: 1                        base64, sealed or not
///     Private-MAC: …                          over all of the above, the private part in the clear
///
/// Without a passphrase the MAC has a key that everybody knows: it is a checksum, and must hold.
struct PuTTYKey {
    private static let mostLines = 512

    private let version: UInt8
    private var headers: [String: ArraySlice<UInt8>] = [:]
    private var publicPart: [UInt8] = []
    private var privatePart: [UInt8] = []

    /// What `text`, its escapes undone, comes to.
    static func read(_ text: [UInt8]) -> PrivateKeyReading {
        guard let file = PuTTYKey(text) else { return .notAKey }
        return file.reading
    }

    private init?(_ text: [UInt8]) {
        var lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: Self.mostLines)[...]
        guard let first = lines.popFirst().flatMap(Self.header), first.name.count == 21,
            first.name.hasPrefix("PuTTY-User-Key-File-"), let digit = first.name.utf8.last
        else { return nil }
        version = digit - UInt8(ascii: "0")
        headers["Algorithm"] = first.value
        while let line = lines.popFirst() {
            guard let (name, value) = Self.header(line) else { return nil }
            headers[name] = value
            switch name {
            case "Public-Lines", "Private-Lines":
                guard let part = Self.block(value, &lines) else { return nil }
                if name == "Public-Lines" { publicPart = part } else { privatePart = part }
            case "Private-MAC", "Private-Hash": return
            default: break
            }
        }
        return nil
    }

    private var reading: PrivateKeyReading {
        guard let algorithm = headers["Algorithm"], let cipher = headers["Encryption"],
            let half = SSHPublicKey(publicPart[...]), half.type.elementsEqual(algorithm), !privatePart.isEmpty
        else { return .notAKey }
        var key = PrivateKey(half.algorithm, bits: half.bits, publicKey: half.publicKey)
        key.comment = headers["Comment"].flatMap { KeyText.shown($0) }
        key.fingerprint = half.fingerprint
        guard cipher.elementsEqual("none".utf8) else {
            key.protection = .passphrase
            key.sealing = KeySealing(cipher: KeyText.shown(cipher), derivation: derivation)
            // Whole blocks of AES.
            return privatePart.count & 15 == 0 ? .whole(key) : .notAKey
        }
        guard let stated = headers["Private-MAC"].flatMap({ Hexadecimal.bytes($0) }) else {
            // Version 1 has had a plain hash here.
            return version == 1 ? .likely(key, score: 0.87) : .notAKey
        }
        return stated == code ? .whole(key) : version == 1 ? .likely(key, score: 0.87) : .notAKey
    }

    private var derivation: String? {
        guard let name = headers["Key-Derivation"].flatMap({ KeyText.shown($0) }) else {
            return version == 2 ? "SHA-1" : nil
        }
        let passes = headers["Argon2-Passes"].flatMap { KeyText.shown($0) }
        return name + (passes.map { ", \($0) passes" } ?? "")
    }

    /// The MAC that a file without a passphrase must have.
    private var code: [UInt8] {
        var text: [UInt8] = []
        let parts = [headers["Algorithm"], headers["Encryption"], headers["Comment"]].map { $0 ?? [] }
        for part in parts + [publicPart[...], privatePart[...]] {
            text += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: part.count >> $0) } + part
        }
        guard version == 3 else {
            let key = SymmetricKey(data: Array(Insecure.SHA1.hash(data: Array("putty-private-key-file-mac-key".utf8))))
            return Array(HMAC<Insecure.SHA1>.authenticationCode(for: text, using: key))
        }
        return Array(HMAC<SHA256>.authenticationCode(for: text, using: SymmetricKey(data: [UInt8]())))
    }

    private static func header(_ line: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            line[..<colon].allSatisfy({ $0.isHeaderName })
        else { return nil }
        var value = line[(colon + 1)...]
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        if value.last == UInt8(ascii: "\r") { value = value.dropLast() }
        return (String(decoding: line[..<colon], as: UTF8.self), value)
    }

    /// As many lines of base64 as `count` says.
    private static func block(_ count: ArraySlice<UInt8>, _ lines: inout ArraySlice<ArraySlice<UInt8>>) -> [UInt8]? {
        guard let count = UTCTime.number(count), count <= mostLines, count <= lines.count else { return nil }
        let text = lines.prefix(count).joined().filter { $0 != UInt8(ascii: "\r") }
        lines = lines.dropFirst(count)
        return Base64.decode(text.span, 0..<text.count)
    }
}
