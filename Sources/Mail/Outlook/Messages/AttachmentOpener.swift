/// Reads an attachment when its turn comes.
protocol AttachmentOpener {
    func open() throws(OutlookError) -> OutlookAttachment
}
