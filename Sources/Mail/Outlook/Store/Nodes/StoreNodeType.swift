/// Types of nodes ([MS-PST] section 2.2.2.1), and nodes with an identifier of their own (section 2.4.1).
enum StoreNodeType {
    static let message = 0x04
    static let attachment = 0x05
    static let associatedMessage = 0x08

    static let store: UInt32 = 0x21
    static let rootFolder: UInt32 = 0x122
    static let recipientTable: UInt32 = 0x692

    static func of(_ id: UInt32) -> Int { Int(id & 0x1F) }
}
