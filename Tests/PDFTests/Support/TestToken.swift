/// Something that looks like a credential, made of pieces.
enum TestToken {
    static let short = ["hq7", "Rw2", "Zk9"].joined(separator: "x")
    static let long = ["q8Tn", "Vd31", "LmPz", "0cYb", "J6rK"].joined(separator: "f")
}
