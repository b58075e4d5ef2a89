/// The page's style sheet: light and dark, for the screen and for paper. Without `<` and `&`.
enum HTMLStyle {
    /// SHA-256 of `text`, for the page's policy. A test says what it must be.
    static let hash = "sha256-fdsoVwGeHvc4DORpqlIwuXHWnRV9FdtQ9aa4XCG7++8="

    static let text = #"""
        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --sheet: #ffffff; --text: #1c2128; --soft: #5b6472; --line: #dde1e7; --link: #0b57c2;
          --critical: #a3123a; --high: #c2410c; --medium: #8a6100; --low: #26619c; --good: #176b3a;
          --critical-tint: #fdecf0; --good-tint: #e8f6ed; --stripe: #f2f4f7;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #101418; --sheet: #181d23; --text: #e4e8ed; --soft: #9aa5b3; --line: #2d353f; --link: #7db4ff;
            --critical: #ff6b8b; --high: #ff9257; --medium: #e6b94a; --low: #79b8ff; --good: #5fd08d;
            --critical-tint: #34161f; --good-tint: #12291c; --stripe: #1e242b;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 84rem; background: var(--page); color: var(--text);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        h1, h2, h3, p { margin: 0; }
        h1 { font-size: 1.55rem; line-height: 1.25; letter-spacing: -0.01em; }
        h2 { font-size: 1.15rem; margin-bottom: 0.75rem; }
        h3 { font-size: 0.95rem; margin: 1.25rem 0 0.5rem; }
        a { color: var(--link); }
        small { display: block; color: var(--soft); font-size: 0.8rem; }
        .brand { color: var(--soft); font-size: 0.85rem; font-weight: 600; margin-bottom: 0.75rem; }
        .code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        .code, small, dd { overflow-wrap: anywhere; }
        td.code, ul.code, span.code { font-size: 0.83rem; }
        td.code small { font-family: system-ui, sans-serif; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }

        .verdict {
          padding: 1.1rem 1.35rem; border-radius: 10px; border: 1px solid var(--line); border-left-width: 6px;
          background: var(--sheet);
        }
        .verdict p { color: var(--soft); margin-top: 0.25rem; }
        .verdict.good { border-left-color: var(--good); background: var(--good-tint); }
        .verdict.bad { border-left-color: var(--critical); background: var(--critical-tint); }
        .verdict .warning { color: var(--critical); font-weight: 600; }

        .tiles {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: 0.6rem;
          margin: 0.8rem 0 0; padding: 0; list-style: none;
        }
        .tile { padding: 0.6rem 0.85rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet); }
        .tile b {
          display: block; font-size: 1.4rem; line-height: 1.3; font-weight: 650; font-variant-numeric: tabular-nums;
        }
        .tile span { color: var(--soft); font-size: 0.8rem; }
        .tile.none b { color: var(--soft); font-weight: 400; }
        .tile.critical b, .tile.bad b { color: var(--critical); }
        .tile.high b { color: var(--high); }
        .tile.medium b { color: var(--medium); }
        .tile.low b { color: var(--low); }

        section {
          margin-top: 1.25rem; padding: 1.25rem 1.35rem; border: 1px solid var(--line); border-radius: 10px;
          background: var(--sheet);
        }
        main > p { margin-top: 1.25rem; }
        section > p + table, section > p + h3, section > ul + p { margin-top: 0.75rem; }

        .filters { display: none; flex-wrap: wrap; gap: 0.5rem 0.9rem; align-items: center; margin-bottom: 0.75rem; }
        .scripted .filters { display: flex; }
        .filters label { white-space: nowrap; font-size: 0.9rem; }
        .filters output { color: var(--soft); font-size: 0.85rem; }
        input[type=search] {
          flex: 1 1 16rem; max-width: 26rem; padding: 0.4rem 0.65rem; border: 1px solid var(--line);
          border-radius: 6px; background: var(--page); color: inherit; font: inherit;
        }
        .filters button {
          padding: 0.35rem 0.75rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page);
          color: inherit; font: inherit; font-size: 0.85rem; cursor: pointer;
        }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }

        table { width: 100%; border-collapse: collapse; }
        th {
          padding: 0.35rem 1.1rem 0.35rem 0; border-bottom: 1px solid var(--line); color: var(--soft);
          font-size: 0.8rem; font-weight: 600; text-align: left; white-space: nowrap;
        }
        th.number { text-align: right; }
        td { padding: 0.55rem 1.1rem 0.55rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        th button { padding: 0; border: 0; background: none; color: inherit; font: inherit; }
        .scripted th button { cursor: pointer; }
        .scripted th button::after { content: " ↕"; opacity: 0.4; }
        .scripted th[aria-sort] button { color: var(--text); }
        .scripted th[aria-sort=ascending] button::after { content: " ↓"; opacity: 1; }
        .scripted th[aria-sort=descending] button::after { content: " ↑"; opacity: 1; }
        tbody:last-child tr:last-child td { border-bottom: 0; }
        #findings tr:first-child td { border-bottom: 0; padding-bottom: 0.2rem; }
        #findings td:first-child { width: 7rem; }
        #findings td:nth-child(3) { width: 36%; }
        .more td { padding-top: 0; }
        .more details { margin-left: 7rem; }
        .mark {
          display: inline-block; min-width: 4.6rem; padding: 0.05rem 0.5rem; border: 1px solid currentColor;
          border-radius: 999px; font-size: 0.78rem; font-weight: 650; text-align: center;
        }
        .mark.critical { color: var(--sheet); background: var(--critical); border-color: var(--critical); }
        .mark.high { color: var(--high); }
        .mark.medium { color: var(--medium); }
        .mark.low { color: var(--low); }

        summary { color: var(--soft); font-size: 0.88rem; cursor: pointer; overflow-wrap: anywhere; }
        dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.1rem; margin: 0; }
        details dl {
          margin: 0.6rem 0 0.4rem; padding: 0.8rem 1rem; border-radius: 8px; background: var(--stripe);
          font-size: 0.88rem;
        }
        dt { color: var(--soft); max-width: 12rem; overflow-wrap: anywhere; }
        dt::first-letter { text-transform: uppercase; }
        dd { margin: 0; }
        ul { margin: 0; padding-left: 1.1rem; }
        ul.code { padding-left: 0; list-style: none; }
        td ul.code { color: var(--soft); }

        @media (max-width: 48rem) {
          body { padding: 1rem 0.75rem 3rem; }
          section { padding: 1rem; overflow-x: auto; }
          .more details { margin-left: 0; }
        }
        @media print {
          :root {
            color-scheme: light; font-size: 12px;
            --page: #ffffff; --sheet: #ffffff; --text: #000000; --soft: #444444; --line: #bbbbbb; --link: #000000;
            --critical: #a3123a; --high: #a3400c; --medium: #6f4e00; --low: #1f4f80; --good: #176b3a;
            --critical-tint: #ffffff; --good-tint: #ffffff; --stripe: #ffffff;
          }
          @page { margin: 14mm; }
          body { max-width: none; padding: 0; font-size: 9pt; }
          h1 { font-size: 14pt; }
          section { padding: 0; border: 0; border-radius: 0; }
          .filters, .scripted .filters { display: none; }
          .scripted th button::after { content: ""; }
          .tiles { grid-template-columns: repeat(9, 1fr); gap: 0.3rem; }
          .tile { padding: 0.3rem 0.4rem; }
          .tile b { font-size: 1.05rem; }
          td { padding: 0.3rem 0.6rem 0.3rem 0; }
          thead { display: table-header-group; }
          tr, #findings tbody, .verdict, .tiles { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
          .mark.critical { color: var(--critical); background: none; }
          .more details { margin-left: 0; }
          details dl { margin: 0.2rem 0; padding: 0; gap: 0.1rem 0.8rem; }
          summary { list-style: none; }
          details::details-content { content-visibility: visible; display: block; }
        }
        """#
}
