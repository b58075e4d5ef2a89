/// Names of members whose values the services make: identifiers that look like secrets, and are none.
enum ChatNoise {
    private static let names: Set<[UInt8]> = Set(
        [
            "app_id", "avatar_hash", "block_id", "bot_id", "client_msg_id", "etag", "id", "latest_reply",
            "parent_user_id", "source_team", "team", "teamId", "team_id", "tenantId", "userIdentityType", "user_team",
            "@odata.context", "@odata.type",
        ].map { Array($0.utf8) })

    static func contains(_ name: [UInt8]) -> Bool { names.contains(name) }
}
