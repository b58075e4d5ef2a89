/// How the content in front is to be read.
struct ContentPlan {
    /// What is made of a text after its transfer encoding and charset are undone.
    enum Stage {
        case none
        case plain
        case flowed(deletesSpace: Bool)
        case html
        case calendar
    }

    /// What becomes of the content.
    enum Use {
        case part

        /// Signatures, property lists: not given.
        case skip

        /// A message that is encoded.
        case message

        /// The first fragment of a message.
        case fragments(FragmentFacts)

        /// Cryptographic Message Syntax: an entity if it is only signed, else encrypted.
        case cryptographic

        /// A multipart without a boundary: it may show itself.
        case searchBoundary
    }

    var section: String
    var kind: MailPart.Kind
    var use = Use.part
    var stage = Stage.none
    var mediaType = "text/plain"
    var name: [UInt8]?
    var encoding = MailEncoding.identity
    var charset = MailCharset.utf8

    /// Whether an encoding may be told from the content.
    var mayInfer = false
    var damage = MailDamage()

    /// Whether it is in another file if it is not here.
    var isKeptElsewhere = false
}
