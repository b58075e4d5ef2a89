import Blobs

extension MailReader {
    /// Begins the source by its kind.
    func start() throws(ByteSourceError) {
        _ = try window.ensure(EncodingGuess.window)
        if window.bytes.span.hasText("\u{FEFF}", at: window.position), window.available >= 3 { window.position += 3 }
        switch kind {
        case .calendar:
            phase = .content(
                ContentPlan(section: "1", kind: .calendar, stage: .calendar, mediaType: "text/calendar"))
        case .mbox:
            stack.push(message: MailMessage(), outside: [])
            phase = .content(ContentPlan(section: "0", kind: .raw, stage: .plain))
        case .emlx:
            takeLength()
            phase = .header(.message(section: ""))
        case .message:
            phase = .header(.message(section: ""))
        }
    }

    /// The first line of an `.emlx`: how many bytes its message has.
    private func takeLength() {
        let held = window.bytes
        let bytes = held.span
        var index = window.position
        var length = 0
        while index < window.end, bytes[index].isDigit, length < 1 << 50 {
            length = length * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        let end = bytes.firstIndex(of: 0x0A, in: index..<min(window.end, index + 64))
        guard end < window.end, bytes[end] == 0x0A, index > window.position else { return }
        window.position = end + 1
        statedEnd = window.offset + length
    }

    /// Goes on behind what ended a header or a content.
    func pass(_ delimiter: MailDelimiter) {
        switch delimiter {
        case .end:
            window.position = window.end
            phase = .done
        case .separator(let length):
            window.position += length
            isLineStart = true
            if stack.hasMultipart { earlier = stack }
            stack = LevelStack()
            phase = .header(.message(section: ""))
        case .earlierBoundary(let level, let closes, let length):
            if let earlier { stack = earlier }
            earlier = nil
            passBoundary(level, closes, length)
        case .boundary(let level, let closes, let length):
            passBoundary(level, closes, length)
        }
    }

    private func passBoundary(_ level: Int, _ closes: Bool, _ length: Int) {
        window.position += length
        isLineStart = true
        stack.cut(to: level + 1)
        guard let open = stack.last else { return phase = .done }
        if closes {
            // Some programs go on behind what they closed.
            earlier = stack
            stack.cut(to: level)
            phase = .content(ContentPlan(section: open.section(of: "E"), kind: .raw, stage: .plain))
        } else {
            let number = stack.countChild()
            phase = .header(.part(section: open.section(of: String(number)), isInDigest: open.isDigest))
        }
    }

    /// Decides what follows a header.
    func beginBody(_ role: HeaderRole, _ facts: ContentFacts) {
        var facts = facts
        var section = role.section
        if case .part(_, let isInDigest) = role, isInDigest, !facts.hasMediaType { facts.mediaType = "message/rfc822" }
        var leaf = section
        if case .message = role { leaf = section.isEmpty ? "1" : section + ".1" }
        if facts.isMultipart {
            if facts.encoding == .base64 || stack.isFull || facts.boundary.isEmpty {
                var plan = plan(leaf, facts)
                plan.kind = .text
                plan.stage = .plain
                plan.mayInfer = true
                if stack.isFull { plan.damage.insert(.tooDeep) }
                if facts.boundary.isEmpty, !stack.isFull {
                    plan.use = .searchBoundary
                    plan.section = section
                } else if !stack.isFull {
                    plan.use = .message
                    plan.section = section
                }
                return phase = .content(plan)
            }
            openMultipart(section, facts)
        } else if facts.isMessage, !facts.isKeptElsewhere {
            if case .message = role { section = leaf }
            guard !stack.isFull else {
                var plan = plan(section, facts)
                plan.kind = .text
                plan.stage = .plain
                plan.damage.insert(.tooDeep)
                return phase = .content(plan)
            }
            if let fragment = facts.fragment, stack.isEmpty, nesting.depth < MailNesting.limit {
                var plan = plan(section, facts)
                plan.encoding = .identity
                plan.mayInfer = false
                plan.use = .fragments(fragment)
                return phase = .content(plan)
            }
            if facts.encoding == .identity { return phase = .header(.message(section: section)) }
            var plan = plan(section, facts)
            plan.use = .message
            phase = .content(plan)
        } else {
            phase = .content(plan(leaf, facts))
        }
    }

    func openMultipart(_ section: String, _ facts: ContentFacts) {
        stack.push(
            MailLevel(
                multipart: facts.boundary, section: section, isDigest: facts.mediaType == "multipart/digest",
                isEncrypted: facts.mediaType == "multipart/encrypted"))
        phase = .content(
            ContentPlan(section: section.isEmpty ? "P" : section + ".P", kind: .raw, stage: .plain))
    }

    /// How a content is read that is no multipart.
    private func plan(_ section: String, _ facts: ContentFacts) -> ContentPlan {
        var plan = ContentPlan(section: section, kind: .attachment)
        plan.mediaType = facts.mediaType
        plan.name = facts.name
        plan.isKeptElsewhere = facts.isKeptElsewhere
        plan.encoding = facts.encoding
        plan.charset = MailCharset(label: facts.charset)
        plan.mayInfer = true
        let isFile = facts.isAttachment || facts.name != nil || facts.isMessage
        switch facts.mediaType {
        case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature":
            plan.use = .skip
        case "application/pkcs7-mime", "application/x-pkcs7-mime", "application/cms":
            plan.use = .cryptographic
            plan.kind = .encrypted
        case "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "application/ics", "text/x-vcalendar":
            plan.kind = .calendar
            plan.stage = .calendar
        case "text/html", "application/xhtml+xml":
            if !facts.isAttachment {
                plan.kind = .html
                plan.stage = .html
            }
        case let type
        where type.hasPrefix("text/") && !isFile || type.hasPrefix("message/") && !facts.isMessage
            || type == "text/rfc822-headers":
            plan.kind = .text
            plan.stage =
                facts.isFlowed && type == "text/plain" ? .flowed(deletesSpace: facts.deletesSpace) : .plain
        default: break
        }
        if facts.fragment != nil, facts.mediaType == "message/partial" { plan.damage.insert(.incomplete) }
        if facts.encoding == .uuencode || facts.encoding == .yEnc {
            // Both have their own first line, which tells the name.
            plan.encoding = .identity
            plan.stage = .plain
        }
        if let level = stack.last, level.isEncrypted, facts.mediaType != "application/pgp-encrypted" {
            plan.kind = .encrypted
            plan.stage = .none
        }
        if case .wide = plan.charset, plan.stage.isLineBased { plan.stage = .none }
        if case .attachment = plan.kind {
            switch plan.charset {
            // An attached file is searched as a file would be.
            case .utf7, .hz, .iso2022, .ebcdic: break
            case .utf8, .latin, .opaque, .wide: plan.charset = .wide
            }
        }
        return plan
    }
}

extension ContentPlan.Stage {
    /// Whether it needs text in which ASCII is one byte a character.
    var isLineBased: Bool {
        switch self {
        case .none: false
        case .plain, .flowed, .html, .calendar: true
        }
    }
}
