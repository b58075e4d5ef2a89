/// The messages of a file, one after another.
protocol OutlookItemSequence: AnyObject {
    /// The next one; `nil` at the end. After an error that does not end the file, the one behind it.
    func next() throws(OutlookError) -> OutlookItem?
}
