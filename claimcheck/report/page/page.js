"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Which findings are shown, in the margin and in the text.
  const toolbar = document.querySelector(".toolbar");
  const notes = all(".note[id]");
  const choose = () => {
    const rule = toolbar.rule.value;
    let shown = 0;
    for (const note of notes) {
      note.hidden = !toolbar[note.dataset.severity].checked || (rule && note.dataset.rule !== rule)
        || (toolbar.new?.checked && !("new" in note.dataset));
      shown += !note.hidden;
    }
    toolbar.querySelector("output").textContent = `${shown} of ${notes.length} findings shown`;
  };
  if (notes.length) {
    toolbar.hidden = false;
    toolbar.addEventListener("change", choose);
    toolbar.addEventListener("submit", event => event.preventDefault());
  }

  // A jump opens what it leads to, even inside a closed part or behind a filter.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let part = target; part; part = part.parentElement) {
      if (part.localName === "details") part.open = true;
      if (part.hidden && part.classList.contains("note")) part.hidden = false;
    }
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Tables are sorted by the headings of their columns.
  const key = (row, column, numeric) => {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent;
    const number = Number(text.replaceAll(",", ""));
    return numeric ? (text === "" || Number.isNaN(number) ? Infinity : number) : text.toLowerCase();
  };
  const sorted = (rows, table, heading, column) => {
    const up = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of all("th", table.tHead)) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const numeric = "numeric" in heading.dataset;
    const order = numeric ? (a, b) => a[0] - b[0] || 0 : (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
    const pairs = rows.map(row => [key(row, column, numeric), row]);
    return pairs.sort(up ? order : (a, b) => order(b, a)).map(pair => pair[1]);
  };
  const headings = (table, sort) => all("thead th", table).forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => sort(heading, column));
  });
  for (const table of all("table.sortable")) {
    const body = table.tBodies[0];
    headings(table, (heading, column) => body.append(...sorted([...body.rows], table, heading, column)));
  }

  // Claims are filtered by what stands in their columns, and copied as they are chosen. A table of thousands of rows
  // takes a browser seconds to lay out: only some of the rows stand in the page at a time.
  const AT_ONCE = 200;
  const csv = rows => rows.map(row => [...row.cells].map(cell => {
    // A spreadsheet would run a cell that opens like a formula.
    const text = cell.textContent.trim().replace(/^[=+@\t]|^-(?!\d)/, "'$&");
    return `"${text.replaceAll('"', '""')}"`;
  }).join(",")).join("\r\n") + "\r\n";
  const filtered = (details, form) => {
    const table = details.querySelector("table");
    const body = table.tBodies[0];
    const said = form.querySelector("output");
    const more = form.querySelector(".more");
    const selects = all("select", form);
    const fields = all("th", table).map(heading => heading.dataset.field);
    const columns = selects.map(select => fields.indexOf(select.name));
    let rows = [...body.rows];
    let chosen = rows;
    let room = AT_ONCE;
    let texts = null;
    const fill = () => {
      body.replaceChildren(...chosen.slice(0, room));
      more.hidden = chosen.length <= room;
      said.textContent = `${Math.min(room, chosen.length)} of ${rows.length} claims shown`;
    };
    const read = () => {
      texts = new Map(rows.map(row => [row, [...row.cells].map(cell => cell.textContent)]));
      selects.forEach((select, at) => {
        const short = text => select.name === "time" ? (text.match(/^-?\d{4}/) ?? [""])[0] : text;
        const values = new Set(rows.map(row => short(texts.get(row)[columns[at]])));
        for (const value of [...values].filter(Boolean).sort()) select.add(new Option(value));
      });
    };
    const choose = () => {
      const wanted = selects.map(select => select.value);
      const search = form.q.value.toLowerCase();
      chosen = rows.filter(row => {
        const cells = texts.get(row);
        const fits = wanted.every((value, at) => !value || (selects[at].name === "time"
          ? cells[columns[at]].startsWith(value) : cells[columns[at]] === value));
        return fits && (search === "" || cells.join("\t").toLowerCase().includes(search));
      });
      room = AT_ONCE;
      fill();
    };
    details.addEventListener("toggle", read, { once: true });
    form.addEventListener("input", choose);
    form.addEventListener("submit", event => event.preventDefault());
    more.addEventListener("click", () => {
      room += AT_ONCE;
      fill();
    });
    headings(table, (heading, column) => {
      rows = sorted(rows, table, heading, column);
      choose();
    });
    form.querySelector(".copy").addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(csv([table.tHead.rows[0], ...chosen]));
        said.textContent = "Copied";
      } catch {
        said.textContent = "The browser does not let the page copy";
      }
    });
    form.hidden = false;
    fill();
  };
  for (const details of all("details.claims")) filtered(details, details.querySelector("form"));
})();
