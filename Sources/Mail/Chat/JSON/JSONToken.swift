/// A piece of JSON text (RFC 8259), as far as chats need it: numbers, truth values and null are passed over.
enum JSONToken {
    case beginObject
    case endObject
    case beginArray
    case endArray

    /// The name of a member; its text is in the lexer.
    case name

    /// A string that is a value; its text is in the lexer.
    case string
}
