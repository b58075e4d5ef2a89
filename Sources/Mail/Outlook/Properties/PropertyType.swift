/// How the value of a property is stored ([MS-OXCDATA] section 2.11.1).
enum PropertyType {
    static let object = 0x000D
    static let string8 = 0x001E
    static let string = 0x001F
    static let guid = 0x0048
    static let binary = 0x0102

    /// Set in the type of a list of values.
    static let isList = 0x1000

    /// Bytes of a value of a type with a fixed size; `nil` for others.
    static func fixedSize(_ type: Int) -> Int? {
        switch type {
        case 0x0002, 0x000B: 2
        case 0x0003, 0x0004, 0x000A: 4
        case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040: 8
        case 0x0001: 0
        default: nil
        }
    }
}
