/// The script that git runs as a hook.
struct HookScript {
    /// The second line of every script of ours, by which it is known again.
    static let mark = "# Written by `keyhound hook install`."

    /// What the name of a hook that was there before ends with.
    static let earlierSuffix = ".before-keyhound"

    let kind: HookKind

    /// The program, or just its name if it is to be looked for.
    let program: String

    /// A hook that was there before is run first, with the same arguments and input, and can stop git too.
    var text: String {
        let input = kind.readsInput ? "printf '%s' \"$input\" | " : ""
        let reading =
            kind.readsInput
            ? """
            # A dot keeps the line end at the end of the input.
            input=$(cat; printf .)
            input=${input%.}

            """ : ""
        let advice = kind.advice.map { "    echo \(Self.quoted("keyhound: " + $0)) >&2" }.joined(separator: "\n")
        return """
            #!/bin/sh
            \(Self.mark)

            \(reading)earlier="$0\(Self.earlierSuffix)"
            if [ -x "$earlier" ]; then
                \(input)"$earlier" "$@" || exit $?
            fi

            keyhound=\(Self.quoted(program))
            command -v "$keyhound" >/dev/null 2>&1 || keyhound=keyhound
            \(input)"$keyhound" git \(kind.option) --no-progress >&2
            status=$?
            case $status in
            0) ;;
            1 | 4)
            \(advice)
                ;;
            127)
                echo 'keyhound: the program is not there any more: install it again, or take this hook away' >&2
                ;;
            *)
                echo "keyhound: not everything could be examined (status $status): see above" >&2
                ;;
            esac
            exit $status

            """
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
