import Blobs

/// Writes to an open descriptor that it does not own.
struct DescriptorSink: ReportSink {
    private let descriptor: Int32
    private let target: RawPath?

    /// - Parameter target: what errors call it; `nil` for standard output.
    init(_ descriptor: Int32, target: RawPath?) {
        self.descriptor = descriptor
        self.target = target
    }

    func write(_ bytes: [UInt8]) throws(DeliveryError) {
        do {
            try SystemCall.writeAll(bytes, to: descriptor)
        } catch {
            throw error.delivery(to: target)
        }
    }
}
