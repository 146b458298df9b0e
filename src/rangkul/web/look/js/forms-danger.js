// An answer that speaks of danger shows at once where help is, right below it, before anything is sent. It stays shown.
export function watchDanger(holder, view) {
  const block = document.querySelector("[data-rangkul-danger]");
  const grave = JSON.parse(holder.dataset.grave || "{}");
  if (!block || !Object.keys(grave).length) return;
  const named = (input) => Object.keys(grave).find((item) => (input.dataset.name || input.name || "").endsWith(`/${item}`));

  function look(input) {
    const item = named(input);
    if (!item || !input.checked || !grave[item].includes(input.value)) return;
    input.closest(".question").after(block);
    block.hidden = false;
  }

  view.addEventListener("change", (event) => look(event.target));
  // What was answered before this page was opened again.
  for (const input of view.querySelectorAll("input:checked")) look(input);
}
