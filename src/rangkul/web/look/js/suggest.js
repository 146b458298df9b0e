// A text input that suggests: an ARIA combobox whose chosen code travels in a hidden input.
import { each } from "./ready.js";
import { announce, word } from "./say.js";

const PAUSE = 180;
const LEAST = 2;
let count = 0;

class Suggest {
  constructor(input) {
    this.input = input;
    this.code = (input.form ?? document).querySelector(`[name="${input.dataset.rangkulCode}"]`);
    this.options = [];
    this.at = -1;
    this.list = document.createElement("ul");
    this.list.id = `saran-${++count}`;
    this.list.className = "suggest-list";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? "");
    const box = document.createElement("div");
    box.className = "suggest";
    input.replaceWith(box);
    box.append(input, this.list);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  typed() {
    // Words typed after a choice are no longer that choice.
    if (this.code) this.code.value = "";
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text.length < LEAST) this.close();
    else this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text) {
    this.asking?.abort();
    this.asking = new AbortController();
    try {
      const address = `${this.input.dataset.rangkulSuggest}?${new URLSearchParams({ q: text })}`;
      const answer = await fetch(address, { signal: this.asking.signal, headers: { Accept: "application/json" } });
      if (answer.ok) this.show(await answer.json());
    } catch {
      // Without an answer the field is an ordinary one: the server reads what was typed.
    }
  }

  show(rows) {
    // On a slow line the answer may come when the reader has gone on: the list would lie over what they do now.
    if (document.activeElement !== this.input) return;
    this.options = rows;
    this.at = -1;
    this.list.replaceChildren(...rows.map((row, index) => this.option(row, index)));
    this.list.hidden = rows.length === 0;
    this.input.setAttribute("aria-expanded", String(rows.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    announce(rows.length ? word("found", { n: rows.length }) : word("none"));
  }

  option(row, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.className = "suggest-option";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.append(row.name);
    if (row.hint) {
      const hint = document.createElement("small");
      hint.textContent = row.hint;
      item.append(hint);
    }
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(index);
    });
    return item;
  }

  key(event) {
    if (this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark((this.at + step + this.options.length) % this.options.length);
    else if (event.key === "Enter" && this.at >= 0) this.choose(this.at);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  mark(index) {
    this.at = index;
    [...this.list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
    this.list.children[index].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", this.list.children[index].id);
  }

  choose(index) {
    const row = this.options[index];
    this.input.value = row.hint ? `${row.name}, ${row.hint}` : row.name;
    if (this.code) this.code.value = row.code;
    this.close();
    this.input.dispatchEvent(new CustomEvent("rangkul:chosen", { bubbles: true, detail: row }));
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

export const suggesting = () => each("[data-rangkul-suggest]", (input) => new Suggest(input));
