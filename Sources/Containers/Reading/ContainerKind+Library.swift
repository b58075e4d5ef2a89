import CArchive

extension ContainerKind {
    /// libarchive's reader. The member of a stream is read as it stands: whether it is a container again, its own first
    /// bytes tell.
    func format(canSeek: Bool) -> Int32 {
        let format =
            switch self {
            case .zip: canSeek ? KEYHOUND_FORMAT_ZIP : KEYHOUND_FORMAT_ZIP_STREAM
            case .tar: KEYHOUND_FORMAT_TAR
            case .cpio: KEYHOUND_FORMAT_CPIO
            case .ar: KEYHOUND_FORMAT_AR
            case .sevenZip: KEYHOUND_FORMAT_7ZIP
            case .rar: KEYHOUND_FORMAT_RAR
            case .rar5: KEYHOUND_FORMAT_RAR5
            case .cab: KEYHOUND_FORMAT_CAB
            case .iso: KEYHOUND_FORMAT_ISO9660
            case .gzip, .bzip2, .xz, .zstd, .lz4, .rpm: KEYHOUND_FORMAT_RAW
            }
        return Int32(format)
    }

    /// libarchive's decompressor in front of the reader.
    var filter: Int32? {
        let filter: Int? =
            switch self {
            case .gzip: KEYHOUND_FILTER_GZIP
            case .bzip2: KEYHOUND_FILTER_BZIP2
            case .xz: KEYHOUND_FILTER_XZ
            case .zstd: KEYHOUND_FILTER_ZSTD
            case .lz4: KEYHOUND_FILTER_LZ4
            case .rpm: KEYHOUND_FILTER_RPM
            case .zip, .tar, .cpio, .ar, .sevenZip, .rar, .rar5, .cab, .iso: nil
            }
        return filter.map(Int32.init)
    }
}
