// What others do appears here without a reload. One stream a tab tells what changed; the page fetches it by itself.
import { announce, word } from "./say.js";
import { mergeRows } from "./merge.js";
import { bindAll } from "./ready.js";

const TOGETHER = 40;
const waiting = new Map();

function holdsWork(element) {
  const focused = document.activeElement;
  return element.contains(focused) && focused.matches("input, textarea, select, [contenteditable]");
}

function offer(element) {
  if (element.querySelector(":scope > [data-rangkul-changed]")) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "btn btn-secondary btn-sm", textContent: word("changed") });
  button.dataset.rangkulChanged = "";
  button.addEventListener("click", () => fetchInto(element));
  element.prepend(button);
  announce(word("changed"));
}

async function fetchInto(element) {
  const address = element.dataset.rangkulSrc;
  const answer = await fetch(address, { headers: { "HX-Request": "true", "X-Rangkul-Live": "true" } }).catch(() => null);
  if (!answer?.ok || !element.isConnected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  if (!fresh) return;
  const rows = element.matches("[data-rangkul-rows]") ? element : null;
  const freshRows = fresh.matches("[data-rangkul-rows]") ? fresh : null;
  if (rows && freshRows) {
    const body = rows.tBodies?.[0] ?? rows;
    const added = mergeRows(body, freshRows.tBodies?.[0] ?? freshRows);
    if (added) announce(word("arrived", { n: added }));
    settle(element);
    return;
  }
  element.replaceWith(fresh);
  settle(fresh);
  announce(word("refreshed"));
}

function settle(element) {
  window.htmx?.process(element);
  bindAll(element);
}

function refresh(element) {
  if (!element.dataset.rangkulSrc) return;
  if (holdsWork(element)) {
    offer(element);
    return;
  }
  // Several events within a blink are one fetch.
  clearTimeout(waiting.get(element));
  waiting.set(element, setTimeout(() => fetchInto(element), TOGETHER));
}

function tell({ name, kind, subject }) {
  document.dispatchEvent(new CustomEvent(`rangkul:${name}`, { detail: { name, kind, id: subject } }));
  const thing = CSS.escape(`${kind}:${subject}`);
  const places = `[data-rangkul-live~="${thing}"], [data-rangkul-live-list~="${CSS.escape(kind)}"]`;
  document.querySelectorAll(places).forEach(refresh);
}

function lineState(lost) {
  let sign = document.querySelector(".line-state");
  if (!lost) sign?.remove();
  else if (!sign) {
    sign = document.createElement("div");
    sign.className = "line-state";
    sign.textContent = word("lost");
    document.body.append(sign);
  }
}

export function live() {
  const address = document.querySelector('meta[name="rangkul-stream"]')?.content;
  if (!address || !window.EventSource) return;
  let pause = 1000;
  let quiet;
  const connect = () => {
    const source = new EventSource(address, { withCredentials: true });
    source.addEventListener("open", () => {
      pause = 1000;
      clearTimeout(quiet);
      lineState(false);
    });
    source.addEventListener("rangkul", (event) => tell(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      // A stream that ends and comes back at once is no news for anybody.
      clearTimeout(quiet);
      quiet = setTimeout(() => lineState(true), 5000);
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 60000);
    });
    addEventListener("pagehide", () => source.close(), { once: true });
  };
  connect();
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
