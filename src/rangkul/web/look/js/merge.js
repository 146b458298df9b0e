// Brings a list up to date without moving what the reader is on: the focused row keeps its node and its place on the screen.
const keyOf = (row) => row.id || row.textContent.trim();

/** Rows of `fresh` replace those of `list`; returns how many were not there before. */
export function mergeRows(list, fresh) {
  const kept = [...list.children].find((row) => row.contains(document.activeElement));
  const top = kept?.getBoundingClientRect().top;
  const known = new Set([...list.children].map(keyOf));
  const rows = [...fresh.children];
  const added = rows.filter((row) => !known.has(keyOf(row)));
  added.forEach((row) => row.classList.add("arrives"));
  const place = kept ? rows.findIndex((row) => keyOf(row) === keyOf(kept)) : -1;
  for (const row of [...list.children]) if (row !== kept) row.remove();
  if (!kept) list.append(...rows);
  else if (place < 0) {
    // What the reader is on has left the list: it stays, marked, until the reader moves on.
    kept.classList.add("is-gone");
    kept.after(...rows);
  } else {
    kept.before(...rows.slice(0, place));
    kept.after(...rows.slice(place + 1));
    window.scrollBy(0, kept.getBoundingClientRect().top - top);
  }
  return added.length;
}
