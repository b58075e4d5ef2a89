/// Why a statement of SQLite gives no row.
enum StepFailure: Error {
    /// A value is larger than what may be kept in memory.
    case tooLarge

    /// This row cannot be had; others may.
    case damaged(DatabaseError)

    /// Nothing more can be had.
    case final(DatabaseError)

    /// As the caller is told of it.
    var error: DatabaseError {
        switch self {
        case .tooLarge: .limit(.value)
        case .damaged(let error), .final(let error): error
        }
    }
}
