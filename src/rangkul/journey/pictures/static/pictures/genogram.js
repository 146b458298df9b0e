// What only a script can add to a drawing: arrows from one part to the next, dragging, zooming, and a panel that changes alone.
const STEP = 1.25;
const frame = document.querySelector("[data-rangkul-genogram]");
const drawing = frame?.querySelector("svg");

function members() {
  return [...drawing.querySelectorAll("[data-rangkul-member]")];
}

// One stop for the tab key: the chosen member, else the first client, else the first of all.
function roving() {
  const all = members();
  const first = all.find((one) => one.classList.contains("is-chosen")) ?? all.find((one) => one.querySelector(".geno-inner")) ?? all[0];
  all.forEach((one) => one.setAttribute("tabindex", one === first ? "0" : "-1"));
}

function goTo(id) {
  const next = id && drawing.querySelector(`[data-rangkul-member="${CSS.escape(id)}"]`);
  if (!next) return;
  members().forEach((one) => one.setAttribute("tabindex", one === next ? "0" : "-1"));
  next.focus({ preventScroll: true });
  show(next);
}

function show(member) {
  const place = member.getBoundingClientRect();
  const room = frame.getBoundingClientRect();
  if (place.left < room.left + 8) frame.scrollLeft -= room.left + 40 - place.left;
  if (place.right > room.right - 8) frame.scrollLeft += place.right - room.right + 40;
  if (place.top < room.top + 8) frame.scrollTop -= room.top + 40 - place.top;
  if (place.bottom > room.bottom - 8) frame.scrollTop += place.bottom - room.bottom + 40;
}

const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

function onKey(event) {
  const member = event.target.closest("[data-rangkul-member]");
  const way = WAYS[event.key];
  if (!member || event.altKey || event.ctrlKey || event.metaKey) return;
  if (way) {
    event.preventDefault();
    goTo(member.dataset[way]);
  } else if (event.key === " ") {
    event.preventDefault();
    member.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  } else if (event.key === "Home") {
    event.preventDefault();
    goTo(members()[0].dataset.rangkulMember);
  }
}

function sized(scale) {
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const bounded = Math.min(3, Math.max(0.35, scale));
  drawing.setAttribute("width", width * bounded);
  drawing.setAttribute("height", height * bounded);
  drawing.dataset.scale = bounded;
}

function zoom(how) {
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const now = Number(drawing.dataset.scale ?? 1);
  const fit = Math.min(frame.clientWidth / width, frame.clientHeight / height, 1);
  sized(how === "in" ? now * STEP : how === "out" ? now / STEP : fit);
}

function dragging() {
  let from = null;
  frame.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop, moved: false };
  });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(dx) + Math.abs(dy) > 5) from.moved = true;
    if (from.moved) [frame.scrollLeft, frame.scrollTop] = [from.left - dx, from.top - dy];
  });
  window.addEventListener("pointerup", () => {
    const moved = from?.moved;
    from = null;
    // The click that ends a drag chooses nobody.
    if (moved) frame.addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); }, { capture: true, once: true });
  });
  drawing.addEventListener("dragstart", (event) => event.preventDefault());
}

// Names of lanes stay in sight while the drawing moves sideways; those that are drawn again further on are not needed then.
function follow() {
  const names = [...drawing.querySelectorAll("[data-rangkul-follow]")];
  if (!names.length) return;
  const wide = Number(drawing.getAttribute("viewBox").split(" ")[2]);
  const move = () => {
    const drawn = drawing.getBoundingClientRect();
    const left = Math.max(0, frame.getBoundingClientRect().left + 4 - drawn.left) * (wide / drawn.width);
    names.forEach((one) => one.setAttribute("transform", `translate(${left.toFixed(1)} 0)`));
  };
  drawing.classList.add("life-follows");
  frame.addEventListener("scroll", move, { passive: true });
  new ResizeObserver(move).observe(drawing);
  move();
}

function shown(address) {
  const wanted = new URL(address, window.location.href);
  return wanted.pathname === window.location.pathname && wanted.search === window.location.search;
}

// On a telephone the panel stands below the picture.
function reveal(panel) {
  if (window.matchMedia("(max-width: 991.98px)").matches) panel.scrollIntoView({ block: "start" });
}

// The panel is fetched alone; the picture, its place and the focus stay. Any trouble: the link does what links do.
async function choose(event) {
  const link = event.target.closest("[data-rangkul-member], [data-rangkul-verb]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = link.getAttribute("href");
  event.preventDefault();
  // What the panel shows already is not fetched again: changing it would take the focus from whoever works in it.
  if (shown(address)) return reveal(document.querySelector("#panel"));
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const panel = page.querySelector("#panel");
    if (!panel) throw new Error("no panel");
    document.querySelector("#panel").replaceWith(panel);
    history.pushState(null, "", address.replace("#panel", ""));
    mark(link.dataset.rangkulMember);
    const status = document.getElementById("kabar");
    if (status) status.textContent = panel.querySelector("[data-rangkul-said]")?.textContent.trim() ?? "";
    // A form wants to be filled; a person who was only looked at leaves the focus on the picture.
    if (link.hasAttribute("data-rangkul-verb")) panel.querySelector(".geno-form :is(input:not([type=hidden]), select)")?.focus();
    else reveal(panel);
  } catch {
    window.location.assign(address);
  }
}

function mark(id) {
  if (!id) return;
  members().forEach((one) => {
    const chosen = one.dataset.rangkulMember === id;
    one.classList.toggle("is-chosen", chosen);
    if (chosen) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  });
  roving();
}

if (drawing) {
  roving();
  drawing.addEventListener("keydown", onKey);
  dragging();
  follow();
  document.addEventListener("click", choose);
  document.querySelectorAll("[data-rangkul-zoom]").forEach((button) => {
    button.addEventListener("click", () => zoom(button.dataset.rangkulZoom));
  });
  window.addEventListener("popstate", () => window.location.reload());
  const start = drawing.querySelector(".is-chosen") ?? drawing.querySelector("[data-rangkul-middle]") ?? members().find((one) => one.getAttribute("tabindex") === "0");
  if (start) {
    // Whom the picture is about stands in the middle when it opens.
    const place = start.getBoundingClientRect();
    const room = frame.getBoundingClientRect();
    frame.scrollLeft += place.left + place.width / 2 - room.left - room.width / 2;
    frame.scrollTop += place.top + place.height / 2 - room.top - room.height / 2;
  }
}
