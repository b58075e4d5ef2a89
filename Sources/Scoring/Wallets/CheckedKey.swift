import Findings

/// What a key of a wallet tells about itself once its check holds.
struct CheckedKey: Hashable {
    /// Where the key counts. Coins of test networks are worth nothing.
    enum Network: String { case main, test }

    /// Who issues the format: "Bitcoin", "Tezos".
    var system: String

    /// Such as "private key, compressed".
    var kind: String
    var network: Network = .main

    /// Under a passphrase.
    var isEncrypted = false

    /// The secret bytes themselves.
    var material: [UInt8]

    /// How many steps of derivation lie between the master key and this one.
    var depth: UInt8?

    var details: [Finding.Detail] {
        var details = [
            Finding.Detail(name: "system", value: system), Finding.Detail(name: "kind", value: kind),
            Finding.Detail(name: "network", value: network.rawValue),
            Finding.Detail(name: "encrypted", value: isEncrypted ? "yes" : "no"),
        ]
        if let depth { details.append(Finding.Detail(name: "depth", value: String(depth))) }
        return details
    }
}
