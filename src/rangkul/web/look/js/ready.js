// Binds a behaviour to every element with an attribute, now and when HTMX brings more of them.
const bound = new WeakMap();
const behaviours = [];

function bindWithin(root, selector, bind) {
  const found = root.matches?.(selector) ? [root, ...root.querySelectorAll(selector)] : root.querySelectorAll(selector);
  for (const element of found) {
    const done = bound.get(element) ?? new Set();
    if (done.has(bind)) continue;
    bound.set(element, done.add(bind));
    bind(element);
  }
}

export function each(selector, bind) {
  behaviours.push([selector, bind]);
  bindWithin(document, selector, bind);
}

export function bindAll(root) {
  for (const [selector, bind] of behaviours) bindWithin(root, selector, bind);
}

document.addEventListener("htmx:load", (event) => bindAll(event.detail.elt));
