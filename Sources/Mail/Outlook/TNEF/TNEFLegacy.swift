/// Attributes from the time before properties ([MS-OXTNEF] section 2.1.3.3): texts in 8 bits, and numbers.
enum TNEFLegacy {
    private static let texts = [
        TNEFAttribute.subject: PropertyId.subject, TNEFAttribute.body: PropertyId.body,
        TNEFAttribute.messageClass: PropertyId.messageClass,
    ]

    /// Adds what a stream says in such attributes where the properties do not say it.
    static func add(_ stream: TNEFStream, to bag: inout PropertyBag) {
        for attribute in stream.attributes where !attribute.isOfAttachment {
            if let id = texts[attribute.id], attribute.data.count > 1 {
                bag.set(id, type: PropertyType.string8, .data(withoutEnd(attribute.data)))
            }
        }
        if let time = stream.data(TNEFAttribute.dateSent).flatMap(fileTime) {
            bag.set(PropertyId.clientSubmitTime, type: 0x0040, .number(time))
        }
        addSender(stream, to: &bag)
    }

    /// A text without the zero at its end.
    static func withoutEnd(_ data: BytesInRange) -> BytesInRange {
        guard data.count > 0, let last = try? data.bytes(from: data.count - 1, limit: 1), last == [0] else {
            return data
        }
        return BytesInRange(of: data, 0..<data.count - 1)
    }

    /// The sender: two lengths, a name, and an address with its kind in front, such as `SMTP:` (section 2.1.3.3.1).
    private static func addSender(_ stream: TNEFStream, to bag: inout PropertyBag) {
        guard bag.values[PropertyId.senderName] == nil, let data = stream.data(TNEFAttribute.from),
            let bytes = try? data.leadingBytes(limit: 1024), let nameLength = bytes.word16(4),
            let addressLength = bytes.word16(6), let name = bytes.stretch(8, nameLength),
            let address = bytes.stretch(8 + nameLength, addressLength)
        else { return }
        let bare = address.firstIndex(of: UInt8(ascii: ":")).map { Array(address[($0 + 1)...]) } ?? address
        bag.set(
            PropertyId.senderName, type: PropertyType.string8, .data(BytesInMemory(name, offset: data.offset + 8)))
        bag.set(
            PropertyId.senderAddress, type: PropertyType.string8,
            .data(BytesInMemory(bare, offset: data.offset + 8 + nameLength)))
    }

    /// A date as year, month, day, hour, minute and second, in 16 bits each (section 2.1.3.3.5).
    private static func fileTime(_ data: BytesInRange) -> UInt64? {
        guard let bytes = try? data.leadingBytes(limit: 14), let year = bytes.word16(0), let month = bytes.word16(2),
            let day = bytes.word16(4), let hour = bytes.word16(6), let minute = bytes.word16(8),
            let second = bytes.word16(10), (1601...9999).contains(year), (1...12).contains(month),
            (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        // Days since 1601-03-01, in years that begin in March, so that a leap day is the last of one.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
        let start = 1600 * 365 + 1600 / 4 - 1600 / 100 + 1600 / 400 + 306
        guard days >= start else { return nil }
        return UInt64(((days - start) * 86_400 + hour * 3600 + minute * 60 + second)) * 10_000_000
    }
}
