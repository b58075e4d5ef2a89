extension Connection {
    enum Access {
        /// Sees one state of the file; others may read meanwhile.
        case reading

        /// Alone in writing from its start: what is read then cannot be out of date when it is written.
        case writing
    }

    /// Runs `body` so that the file shows all of its changes or none, whatever ends it.
    func transaction<Result>(
        _ access: Access, _ body: () throws(ScanCacheError) -> Result
    ) throws(ScanCacheError) -> Result {
        try execute(access == .writing ? "BEGIN IMMEDIATE" : "BEGIN")
        do {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // After some errors SQLite has done so itself, and says that there is nothing to undo.
            try? execute("ROLLBACK")
            throw error
        }
    }
}
