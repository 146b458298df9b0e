// An order is given with buttons: by keyboard, finger or switch, where dragging would ask for a steady hand.
import Widget from "enketo-core/src/js/widget";
import { announce, word } from "./say.js";

const ITEM = "label:not(.itemset-template)";

const nameOf = (item) => (item.querySelector(".option-label.active, .option-label")?.textContent ?? "").trim();
const valueOf = (item) => item.querySelector("input").value;

function button(name, words) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: name, textContent: words });
  return made;
}

export default class Rank extends Widget {
  static get selector() {
    return ".question input.rank";
  }

  static get list() {
    return true;
  }

  _init() {
    this.wrapper = this.element.parentNode.querySelector(".option-wrapper");
    this.wrapper.classList.add("ranking");
    this.start = button("rank-start", word("formRankStart"));
    this.undo = button("take-back rank-undo", word("formTakeBack"));
    if (!this.props.readonly) this.wrapper.after(this.start, this.undo);
    this.start.addEventListener("click", () => this._say(this.items[0]));
    this.undo.addEventListener("click", () => {
      this.originalInputValue = "";
      this._show();
      this.start.focus();
    });
    this.wrapper.addEventListener("click", (event) => {
      // A press on the words of a row would go to its unseen input.
      event.preventDefault();
      const pressed = event.target.closest("[data-step]");
      if (pressed) this._move(pressed.closest(ITEM), Number(pressed.dataset.step), pressed);
    });
    this.update();
  }

  get items() {
    return [...this.wrapper.querySelectorAll(ITEM)];
  }

  get value() {
    return this.items.map(valueOf).join(" ");
  }

  /** The rows may have changed, or the answer: an order of other rows than these is none. */
  update() {
    const given = this.originalInputValue;
    const names = given ? given.split(" ") : [];
    const items = this.items;
    const fits = names.length === items.length && items.every((item) => names.includes(valueOf(item)));
    if (fits) this.wrapper.append(...items.sort((one, other) => names.indexOf(valueOf(one)) - names.indexOf(valueOf(other))));
    else if (given) this.originalInputValue = "";
    this._show();
  }

  _move(item, step, pressed) {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other?.matches(ITEM)) return;
    if (step < 0) other.before(item);
    else other.after(item);
    this._say(item);
    (pressed.disabled ? item.querySelector("[data-step]:not(:disabled)") : pressed)?.focus();
  }

  _say(item) {
    this.originalInputValue = this.value;
    this._show();
    const items = this.items;
    announce(word("formRanked", { name: nameOf(item), n: items.indexOf(item) + 1, all: items.length }));
  }

  _show() {
    const ordered = Boolean(this.originalInputValue);
    this.wrapper.classList.toggle("ranking-open", !ordered);
    this.start.hidden = ordered;
    this.undo.hidden = !ordered || this.element.dataset.required !== undefined;
    const items = this.items;
    items.forEach((item, at) => this._number(item, ordered ? String(at + 1) : "–", at === 0, at === items.length - 1));
  }

  _number(item, place, first, last) {
    if (!item.querySelector(".rank-place")) {
      item.prepend(Object.assign(document.createElement("span"), { className: "rank-place" }));
      if (!this.props.readonly) item.append(this._arrow(item, -1), this._arrow(item, 1));
    }
    item.querySelector(".rank-place").textContent = place;
    for (const arrow of item.querySelectorAll("[data-step]")) arrow.disabled = arrow.dataset.step === "-1" ? first : last;
  }

  _arrow(item, step) {
    const made = button("rank-step", step < 0 ? "↑" : "↓");
    made.dataset.step = step;
    made.setAttribute("aria-label", word(step < 0 ? "formRankUp" : "formRankDown", { name: nameOf(item) }));
    return made;
  }
}
