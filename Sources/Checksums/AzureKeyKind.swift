/// The kinds of key that Azure makes recognisable: four characters name the service, and a seed the key's use.
///
/// A seed is eight characters of ASCII: `IdentifiableMetadata.cs` of microsoft/security-utilities.
public struct AzureKeyKind: Hashable, Sendable {
    /// Four characters of base64, right in front of the check.
    public let signature: String

    /// The service in words.
    public let service: String

    /// What the key may do, if the seed says so.
    public let use: String?
    let seed: UInt64

    /// Whether the key is in the alphabet of URLs, in which the keys of functions stand.
    var isURLSafe: Bool { signature == "AzFu" }

    init(_ signature: String, _ service: String, _ seed: String, use: String? = nil) {
        self.signature = signature
        self.service = service
        self.use = use
        self.seed = seed.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }

    public static let all: [AzureKeyKind] =
        [
            AzureKeyKind("+ASt", "Storage", "Default0"),
            AzureKeyKind("ACDb", "Cosmos DB", "MastRW00", use: "read-write"),
            AzureKeyKind("ACDb", "Cosmos DB", "MastRO00", use: "read-only"),
            AzureKeyKind("+ABa", "Batch", "AbAcct00"),
            AzureKeyKind("APIM", "API Management", "Tenant00", use: "direct management"),
            AzureKeyKind("APIM", "API Management", "IoTHub00", use: "subscription"),
            AzureKeyKind("APIM", "API Management", "Gatewy00", use: "gateway"),
            AzureKeyKind("APIM", "API Management", "GitKey00", use: "repository"),
            AzureKeyKind("+AMC", "Machine Learning", "Classic0"),
            AzureKeyKind("AzCa", "Cache for Redis", "Access00"),
            AzureKeyKind("AIoT", "IoT", "IoTHub00", use: "hub"),
            AzureKeyKind("AIoT", "IoT", "DpsKey00", use: "device provisioning"),
            AzureKeyKind("AIoT", "IoT", "Device00", use: "device"),
            AzureKeyKind("AzFu", "Functions", "Functi00", use: "function"),
            AzureKeyKind("AzFu", "Functions", "System00", use: "system"),
            AzureKeyKind("AzFu", "Functions", "Master00", use: "master"),
            AzureKeyKind("AzSe", "AI Search", "Query000", use: "query"),
            AzureKeyKind("AzSe", "AI Search", "PAdmin00", use: "admin"),
            AzureKeyKind("+ACR", "Container Registry", "ACRDflt0"),
        ] + messaging("+ASb", "Service Bus") + messaging("+AEh", "Event Hubs") + messaging("+ARm", "Relay")

    private static func messaging(_ signature: String, _ service: String) -> [AzureKeyKind] {
        [
            AzureKeyKind(signature, service, "Manage00", use: "manage"),
            AzureKeyKind(signature, service, "Send0000", use: "send"),
            AzureKeyKind(signature, service, "Listen00", use: "listen"),
            AzureKeyKind(signature, service, "System00", use: "system"),
            AzureKeyKind(signature, service, "Unknown0"),
        ]
    }
}
