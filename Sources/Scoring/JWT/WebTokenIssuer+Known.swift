extension WebTokenIssuer {
    /// An issuer by its name, as its documentation gives it.
    struct Known {
        enum Name {
            /// The claim is exactly this.
            case exact(String)
            /// The host of the claim's URL is this.
            case host(String)
            /// The host of the claim's URL ends so.
            case hostSuffix(String)
        }

        let name: Name
        let provider: String

        /// What its tokens are for, where all of them are for one thing.
        let kind: Kind?

        func matches(_ issuer: [UInt8], host: String) -> Bool {
            switch name {
            case .exact(let text): issuer.elementsEqual(text.utf8)
            case .host(let text): host == text
            case .hostSuffix(let text): host.hasSuffix(text)
            }
        }
    }

    static let known: [Known] = [
        Known(name: .exact("accounts.google.com"), provider: "Google", kind: .identity),
        Known(name: .host("accounts.google.com"), provider: "Google", kind: .identity),
        Known(name: .host("securetoken.google.com"), provider: "Firebase", kind: .identity),
        Known(name: .host("login.microsoftonline.com"), provider: "Microsoft Entra", kind: nil),
        Known(name: .host("sts.windows.net"), provider: "Microsoft Entra", kind: nil),
        Known(name: .hostSuffix(".b2clogin.com"), provider: "Microsoft Entra", kind: nil),
        Known(name: .host("token.actions.githubusercontent.com"), provider: "GitHub Actions", kind: .workload),
        Known(name: .host("gitlab.com"), provider: "GitLab", kind: .workload),
        Known(name: .host("oidc.circleci.com"), provider: "CircleCI", kind: .workload),
        Known(name: .host("agent.buildkite.com"), provider: "Buildkite", kind: .workload),
        Known(name: .host("app.terraform.io"), provider: "HCP Terraform", kind: .workload),
        Known(name: .host("api.bitbucket.org"), provider: "Bitbucket Pipelines", kind: .workload),
        Known(name: .host("vstoken.dev.azure.com"), provider: "Azure DevOps", kind: .workload),
        Known(name: .host("oidc.fly.io"), provider: "Fly.io", kind: .workload),
        Known(name: .host("oidc.vercel.com"), provider: "Vercel", kind: .workload),
        Known(name: .exact("kubernetes/serviceaccount"), provider: "Kubernetes", kind: .serviceAccount),
        Known(name: .host("kubernetes.default.svc"), provider: "Kubernetes", kind: .serviceAccount),
        Known(name: .host("kubernetes.default.svc.cluster.local"), provider: "Kubernetes", kind: .serviceAccount),
        Known(name: .exact("supabase"), provider: "Supabase", kind: .project),
        Known(name: .exact("supabase-demo"), provider: "Supabase", kind: .project),
        Known(name: .hostSuffix(".supabase.co"), provider: "Supabase", kind: .access),
        Known(name: .hostSuffix(".auth0.com"), provider: "Auth0", kind: nil),
        Known(name: .hostSuffix(".okta.com"), provider: "Okta", kind: nil),
        Known(name: .hostSuffix(".oktapreview.com"), provider: "Okta", kind: nil),
        Known(name: .hostSuffix(".clerk.accounts.dev"), provider: "Clerk", kind: nil),
        Known(name: .host("appleid.apple.com"), provider: "Apple", kind: .identity),
        Known(name: .host("api.workos.com"), provider: "WorkOS", kind: .access),
        Known(name: .host("www.facebook.com"), provider: "Facebook", kind: .identity),
        Known(name: .host("slack.com"), provider: "Slack", kind: .identity),
        Known(name: .hostSuffix(".salesforce.com"), provider: "Salesforce", kind: nil),
    ]
}
