// Prepared answers by the keyboard: a stroke at the beginning opens the list, letters narrow it, Enter takes one.
export function prepared(field, entries, name) {
  if (!entries.length) return;
  const list = document.createElement("ul");
  Object.assign(list, { className: "prepared-list", id: `${field.id}-siap`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", name);
  field.after(list);
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  let at = 0;
  let shown = [];

  const close = () => {
    list.hidden = true;
    field.removeAttribute("aria-activedescendant");
  };
  const take = (entry) => {
    field.value = entry.text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    field.focus();
  };
  const mark = () => {
    [...list.children].forEach((one, place) => one.setAttribute("aria-selected", place === at));
    const chosen = list.children[at];
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
  };
  field.addEventListener("input", () => {
    const typed = /^\/([\w-]*)$/.exec(field.value);
    shown = typed ? entries.filter(({ shortcut }) => shortcut.startsWith(typed[1].toLowerCase())) : [];
    list.replaceChildren(
      ...shown.map((entry, place) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${place}`;
        item.setAttribute("role", "option");
        const name = document.createElement("b");
        name.textContent = `/${entry.shortcut}`;
        item.append(name, entry.instead ? ` (${entry.instead}) ${entry.text}` : ` ${entry.text}`);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(entry);
        });
        return item;
      }),
    );
    at = 0;
    list.hidden = !shown.length;
    if (shown.length) mark();
    else close();
  });
  field.addEventListener(
    "keydown",
    (event) => {
      if (list.hidden) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) at = (at + step + shown.length) % shown.length;
      else if (event.key === "Enter" || event.key === "Tab") take(shown[at]);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
      mark();
    },
    true,
  );
  field.addEventListener("blur", close);
}
