import Blobs

extension MailReader {
    /// Gives the bytes of a content that is kept in another file, forward; 0 at the end, or where they cannot be had.
    public typealias ExternalBytes = (inout MutableSpan<UInt8>) -> Int

    /// Goes on with a content that is not in the message: with what is in the file that has it, or with a part that
    /// says that it is not here.
    ///
    /// - Returns: `nil` if there is something to read, or nothing to tell.
    func openExternal(_ plan: ContentPlan) -> MailPart? {
        phase = .delimiter(header.delimiter ?? .end)
        if case .skip = plan.use { return nil }
        let places = kind == .emlx ? ExternalPlace.all(file.path, section: plan.section, name: plan.name) : []
        for place in places {
            guard let bytes = externalFile?(place.path) else { continue }
            var inside = plan
            inside.isKeptElsewhere = false
            inside.mayInfer = place.isEncoded
            if !place.isEncoded { inside.encoding = .identity }
            var nesting = nesting
            nesting.depth += 1
            nesting.offset = nesting.offset ?? window.offset
            let reader = MailReader(nesting, phase: .content(inside), stack: LevelStack()) { buffer in bytes(&buffer) }
            reader.stack.push(message: stack.message, outside: stack.enclosing)
            nested = reader
            return nil
        }
        content.open(plan, offset: window.offset)
        return contentPart(view: .whole, firstLine: 1)
    }
}
