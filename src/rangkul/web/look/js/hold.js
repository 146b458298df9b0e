// Nothing jumps under the cursor: what the reader points at or has the focus on keeps its place on the screen.
const ROW = "li, tr, .card, form";
const name = (node) => node && (node.id || node.querySelector("a[href]")?.href || node.textContent.trim());

const pointed = (root) => [...root.querySelectorAll(":hover")].pop();

function sameAs(node, root) {
  if (node.id) return root.querySelector(`#${CSS.escape(node.id)}`);
  const twins = [...root.querySelectorAll(node.localName)];
  return twins.find((twin) => (node.href ? twin.href === node.href : twin.textContent.trim() === node.textContent.trim()));
}

/** Remember where the reader is in `root`; the returned function brings them back there in what replaced it. */
export function hold(root) {
  const focused = root.contains(document.activeElement) && document.activeElement !== root ? document.activeElement : null;
  const at = focused ?? pointed(root);
  const row = at?.closest(ROW);
  const key = row && root.contains(row) ? name(row) : null;
  const top = key && row.getBoundingClientRect().top;
  const height = root.getBoundingClientRect().height;
  const above = !key && root.getBoundingClientRect().bottom < 0;
  return (now) => {
    if (focused && document.activeElement !== focused) (focused.isConnected ? focused : sameAs(focused, now))?.focus({ preventScroll: true });
    if (above) stay(now.getBoundingClientRect().height - height);
    if (!key) return;
    const twin = row.isConnected ? row : [...now.querySelectorAll(ROW)].find((one) => name(one) === key);
    if (twin) stay(twin.getBoundingClientRect().top - top);
  };
}

/** Scroll by so much; a page that is too short for that gets the room. */
function stay(by) {
  if (Math.abs(by) < 1) return;
  const main = document.querySelector("main");
  let short = by - scrolled(by);
  // On a page that does not fill the screen the first room made is not seen yet.
  for (let tries = 0; short >= 1 && tries < 8; tries += 1) {
    main.style.paddingBottom = `${parseFloat(getComputedStyle(main).paddingBottom) + short}px`;
    short -= scrolled(short);
  }
}

function scrolled(by) {
  const before = scrollY;
  scrollBy({ top: by, behavior: "instant" });
  return scrollY - before;
}
