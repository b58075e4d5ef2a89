/// The page's script: it filters and sorts the findings, and opens everything before the page is printed.
///
/// Without `<` and `&`, so that an XML parser reads the page. It handles nothing but what is on the page already, and
/// never makes markup from text.
enum HTMLScript {
    /// SHA-256 of `text`, for the page's policy. A test says what it must be.
    static let hash = "sha256-0KVZQ4MqZTK5Gox93BDdxxFljuc1FoWcpSIAduebjx4="

    static let text = #"""
        "use strict";
        (function () {
          const table = document.getElementById("findings");
          const every = function (selector, act) { document.querySelectorAll(selector).forEach(act); };
          const setOpen = function (open) { every("details", function (one) { one.open = open; }); };
          let wasOpen = [];
          window.addEventListener("beforeprint", function () {
            wasOpen = Array.from(document.querySelectorAll("details[open]"));
            setOpen(true);
          });
          window.addEventListener("afterprint", function () {
            setOpen(false);
            wasOpen.forEach(function (one) { one.open = true; });
          });
          if (!table) { return; }

          document.documentElement.classList.add("scripted");
          const rows = Array.from(table.tBodies);
          const texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
          const search = document.getElementById("search");
          const shown = document.getElementById("shown");
          const filter = function () {
            const words = search.value.toLowerCase().split(/\s+/);
            const wanted = {};
            every("input[name=severity]", function (box) { wanted[box.value] = box.checked; });
            let count = 0;
            rows.forEach(function (row, index) {
              const has = function (word) { return texts[index].includes(word); };
              const hit = wanted[row.dataset.severity] ? words.every(has) : false;
              row.hidden = !hit;
              count += hit ? 1 : 0;
            });
            shown.textContent = count === rows.length ? "" : count + " of " + rows.length + " shown";
          };
          search.addEventListener("input", filter);
          every("input[name=severity]", function (box) { box.addEventListener("change", filter); });
          document.getElementById("open").addEventListener("click", function () { setOpen(true); });
          document.getElementById("close").addEventListener("click", function () { setOpen(false); });

          const ranks = { critical: 0, high: 1, medium: 2, low: 3 };
          const keys = {
            severity: function (row) { return ranks[row.dataset.severity]; },
            title: function (row) { return row.dataset.title.toLowerCase(); },
            order: function (row) { return Number(row.dataset.order); },
            secret: function (row) { return Number(row.dataset.secret); },
            confidence: function (row) { return -Number(row.dataset.confidence); }
          };
          const sort = function (button) {
            const heading = button.parentNode;
            const down = heading.getAttribute("aria-sort") === "ascending";
            const key = keys[button.dataset.key];
            const sorted = rows.slice().sort(function (left, right) {
              const one = key(left);
              const other = key(right);
              const order = (one > other) - (other > one);
              return (down ? -order : order) || keys.order(left) - keys.order(right);
            });
            every("th[aria-sort]", function (one) { one.removeAttribute("aria-sort"); });
            heading.setAttribute("aria-sort", down ? "descending" : "ascending");
            sorted.forEach(function (row) { table.appendChild(row); });
          };
          every("button[data-key]", function (button) {
            button.addEventListener("click", function () { sort(button); });
          });
          sort(document.querySelector("button[data-key=severity]"));
          filter();
        })();
        """#
}
