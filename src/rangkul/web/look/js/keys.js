// Pages are worked with the keyboard: j and k move, Enter opens, a accepts, c writes, / searches, ? explains.
const ROWS = "[data-rangkul-rows] > li, [data-rangkul-rows] > tbody > tr";
// In a list it stands in each row; on the page of one request it stands once.
const ACCEPT = "[data-rangkul-accept]";
const linkOf = (row) => row?.querySelector(".todo-title, a[href]");

function currentRow() {
  const focused = document.activeElement?.closest?.(ROWS);
  return focused ?? [...document.querySelectorAll(ROWS)].find((row) => row.classList.contains("is-current"));
}

// One walk through all lists of the page, in the order in which they stand.
function move(step) {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.checkVisibility?.() ?? true);
  const row = currentRow();
  const next = rows[Math.max(0, Math.min(rows.length - 1, row ? rows.indexOf(row) + step : 0))];
  if (!next) return;
  document.querySelectorAll(".is-current").forEach((old) => old.classList.remove("is-current"));
  next.classList.add("is-current");
  linkOf(next)?.focus();
  next.scrollIntoView({ block: "nearest" });
}

const verbs = {
  j: () => move(1),
  k: () => move(-1),
  a: () => (currentRow()?.querySelector(ACCEPT) ?? [...document.querySelectorAll(ACCEPT)].find((one) => !one.closest(ROWS)))?.click(),
  c: () => document.querySelector(".composer textarea")?.focus(),
  "/": () => {
    const box = document.querySelector("[data-rangkul-search]");
    box?.focus();
    box?.select();
  },
  "?": () => document.getElementById("tombol-pintas")?.showModal(),
};

// Whoever is writing sends with Ctrl+Enter, as the button would.
function send(event) {
  const form = event.target.closest?.("form");
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !form || event.target.tagName !== "TEXTAREA") return;
  event.preventDefault();
  form.requestSubmit();
}

export function keys() {
  document.addEventListener("keydown", send);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog:modal")) return;
    const verb = verbs[event.key];
    if (!verb) return;
    event.preventDefault();
    verb();
  });
}
