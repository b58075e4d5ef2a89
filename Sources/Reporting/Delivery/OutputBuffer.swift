/// Collects small writes into large ones: 64 KiB at a time reach the sink.
struct OutputBuffer {
    private static let capacity = 64 * 1024

    private(set) var bytes: [UInt8] = []

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(contentsOf more: some Sequence<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// Hands everything over if it is worth a system call.
    mutating func flushIfFull(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        if bytes.count >= Self.capacity { try flush(to: &sink) }
    }

    mutating func flush(to sink: inout some ReportSink & ~Copyable) throws(DeliveryError) {
        guard !bytes.isEmpty else { return }
        try sink.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
