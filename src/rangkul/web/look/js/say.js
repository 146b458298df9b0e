// Words for people: politely to screen readers, and as a short message for everybody.
export const word = (key, values = {}) =>
  (document.body.dataset[`word${key[0].toUpperCase()}${key.slice(1)}`] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** A page's own sentences stand on a part of it; scripts look for them in one place. */
export function learnWords(holder) {
  for (const [name, said] of Object.entries(holder.dataset)) if (name.startsWith("word")) document.body.dataset[name] = said;
}

export function announce(text) {
  const region = document.getElementById("kabar");
  if (!region || !text) return;
  // An unchanged text is not spoken again, so the region is emptied first.
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = text));
}

export function toast(text, seconds = 6) {
  const shelf = document.getElementById("pesan");
  if (!shelf || !text) return;
  const message = document.createElement("div");
  message.className = "toast arrives";
  message.textContent = text;
  shelf.append(message);
  announce(text);
  setTimeout(() => message.remove(), seconds * 1000);
}
