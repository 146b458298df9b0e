// Brings a list up to date: rows that stay keep their node (and with it focus and pointer), new ones slide in. A row in
// which somebody has typed stays as it is, and goes only when they are done.
import { unsaved } from "./unsaved.js";

const keyOf = (row) => row.id || row.querySelector("a[href]")?.href || row.textContent.trim();
const wordsOf = (row) => row.textContent.replace(/\s+/g, " ").trim();
const holdsFocus = (node) => node.contains(document.activeElement);

// The time that is left passes by itself; it is no change of the row.
function tells(row) {
  const copy = row.cloneNode(true);
  copy.querySelector(".due")?.remove();
  return wordsOf(copy);
}

/** Takes over what is new in a row, around whatever in it has the focus. */
function renew(old, fresh) {
  if (!holdsFocus(old)) {
    if (!old.isEqualNode(fresh)) old.replaceWith(fresh);
    return;
  }
  if (old === document.activeElement || old.children.length !== fresh.children.length) return;
  const pairs = [...old.children].map((child, place) => [child, fresh.children[place]]);
  for (const [child, news] of pairs) renew(child, news);
}

function marked(old, fresh) {
  if (!old) fresh.classList.add("arrives");
  else if (tells(old) !== tells(fresh)) fresh.classList.add("changes");
  return fresh;
}

// Opened to be read or worked on, and nothing in it says anything new.
const openedAsItIs = (old, fresh) => old.querySelector("details[open]") && tells(old) === tells(fresh);

/** The node that shall stand in the list for `fresh`. */
function nodeFor(old, fresh) {
  if (!old || old.isEqualNode(fresh)) return old ?? marked(old, fresh);
  if (unsaved(old) || openedAsItIs(old, fresh)) return old;
  marked(old, fresh);
  if (!holdsFocus(old)) {
    old.remove();
    return fresh;
  }
  old.classList.toggle("changes", fresh.classList.contains("changes"));
  renew(old, fresh);
  return old;
}

/** Rows of `fresh` replace those of `list`. Returns {added: what new rows say, changed: how many others}. */
export function mergeRows(list, fresh) {
  const before = [...list.children];
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const wanted = [...fresh.children];
  const keys = new Set(wanted.map(keyOf));
  const added = wanted.filter((row) => !known.has(keyOf(row)));
  const nodes = wanted.map((row) => nodeFor(known.get(keyOf(row)), row));
  for (const row of before.filter((one) => !keys.has(keyOf(one)))) {
    // What the reader is on has left the list: it stays in its place, marked, until the reader moves on.
    if (holdsFocus(row) || unsaved(row)) {
      row.classList.add("is-gone");
      nodes.splice(before.indexOf(row), 0, row);
    } else row.remove();
  }
  nodes.forEach((node, place) => {
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
  const changed = nodes.filter((node) => node.classList.contains("changes")).length;
  return { added: added.map((row) => row.dataset.rangkulSay ?? ""), changed };
}
