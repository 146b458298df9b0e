// Lists are worked with the keyboard: j and k move, Enter opens, a accepts, / searches, ? explains.
const rowsOf = (list) => [...list.querySelectorAll(":scope > .todo-row, :scope > tbody > tr")];
const linkOf = (row) => row?.querySelector(".todo-title, a[href]");

function currentRow() {
  const focused = document.activeElement?.closest?.("[data-rangkul-rows] > .todo-row, [data-rangkul-rows] > tbody > tr");
  return focused ?? document.querySelector("[data-rangkul-rows] .is-current");
}

function move(step) {
  const row = currentRow();
  const list = row?.closest("[data-rangkul-rows]") ?? document.querySelector("[data-rangkul-rows]");
  if (!list) return;
  const rows = rowsOf(list);
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
  a: () => currentRow()?.querySelector("[data-rangkul-accept]")?.click(),
  "/": () => document.querySelector("[data-rangkul-search]")?.select(),
  "?": () => document.getElementById("tombol-pintas")?.showModal(),
};

export function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog:modal")) return;
    const verb = verbs[event.key];
    if (!verb) return;
    event.preventDefault();
    verb();
  });
}
