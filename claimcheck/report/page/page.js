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
  const sort = (table, heading, column) => {
    const up = heading.getAttribute("aria-sort") !== "ascending";
    for (const other of all("th", table.tHead)) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const numeric = "numeric" in heading.dataset;
    const rows = [...table.tBodies[0].rows].map(row => [key(row, column, numeric), row]);
    const order = numeric ? (a, b) => a[0] - b[0] || 0 : (a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
    rows.sort(up ? order : (a, b) => order(b, a));
    table.tBodies[0].append(...rows.map(pair => pair[1]));
  };
  for (const table of all("table.sortable, table.claims")) {
    all("thead th", table).forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener("click", () => sort(table, heading, column));
    });
  }

  // Claims are filtered by what stands in their columns, and copied as they are shown.
  const csv = rows => rows.map(row => [...row.cells].map(cell => {
    // A spreadsheet would run a cell that opens like a formula.
    const text = cell.textContent.trim().replace(/^[=+@\t]|^-(?!\d)/, "'$&");
    return `"${text.replaceAll('"', '""')}"`;
  }).join(",")).join("\r\n") + "\r\n";
  const filtered = (details, form) => {
    const rows = [...details.querySelector("tbody").rows];
    const texts = rows.map(row => [...row.cells].map(cell => cell.textContent));
    const selects = all("select", form);
    const fields = all("th", details).map(heading => heading.dataset.field);
    const columns = selects.map(select => fields.indexOf(select.name));
    selects.forEach((select, at) => {
      const short = text => select.name === "time" ? (text.match(/^-?\d{4}/) ?? [""])[0] : text;
      const values = [...new Set(texts.map(cells => short(cells[columns[at]])))].filter(Boolean).sort();
      for (const value of values) select.add(new Option(value));
    });
    const show = () => {
      const wanted = selects.map(select => select.value);
      const search = form.q.value.toLowerCase();
      let shown = 0;
      rows.forEach((row, index) => {
        const cells = texts[index];
        const fits = wanted.every((value, at) => !value || (selects[at].name === "time"
          ? cells[columns[at]].startsWith(value) : cells[columns[at]] === value));
        row.hidden = !fits || (search !== "" && !cells.join("\t").toLowerCase().includes(search));
        shown += !row.hidden;
      });
      form.querySelector("output").textContent = `${shown} of ${rows.length} claims`;
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", event => event.preventDefault());
    form.querySelector(".copy").addEventListener("click", async () => {
      const table = details.querySelector("table");
      const text = csv([table.tHead.rows[0], ...[...table.tBodies[0].rows].filter(row => !row.hidden)]);
      const said = form.querySelector("output");
      try {
        await navigator.clipboard.writeText(text);
        said.textContent = "Copied";
      } catch {
        said.textContent = "The browser does not let the page copy";
      }
    });
    show();
  };
  for (const details of all("details.claims")) {
    const form = details.querySelector("form");
    form.hidden = false;
    details.addEventListener("toggle", () => filtered(details, form), { once: true });
  }
})();
