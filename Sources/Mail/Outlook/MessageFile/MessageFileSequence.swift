/// The message of a compound file, and behind it the streams that no storage leads to any more.
final class MessageFileSequence: OutlookItemSequence {
    private let file: CompoundFile
    private var isMessageTold = false
    private var nextStream = 0

    init(_ file: CompoundFile) { self.file = file }

    func next() throws(OutlookError) -> OutlookItem? {
        if !isMessageTold {
            isMessageTold = true
            return .message(try MessageFileOpener(file: file, storage: 0).open())
        }
        while nextStream < file.streams.count {
            let stream = file.streams[nextStream]
            nextStream += 1
            guard stream.size > 0, !file.isReachable(stream) else { continue }
            return .fragment(PlainContent(CompoundStreamBytes(file: file, stream: stream)), offset: stream.offset)
        }
        return nil
    }
}
