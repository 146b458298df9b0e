// What others do appears here without a reload. One stream tells what changed; the page fetches it by itself.
import { hold } from "./hold.js";
import { mergeRows } from "./merge.js";
import { whenLetGo } from "./press.js";
import { bindAll } from "./ready.js";
import { announce, toast, word } from "./say.js";
import { listen } from "./stream.js";
import { unsaved } from "./unsaved.js";

// What one deed changed arrives within a few milliseconds; whoever watches a board waits for no more than that.
const TOGETHER = 10;
const MINUTE = 60000;
const asked = new Map();
// A page drawn anew has other tokens against forged forms, and its clocks have gone on by themselves; that is no news.
function plain(element) {
  const copy = element.cloneNode(true);
  for (const clock of copy.querySelectorAll("[data-rangkul-clock]")) clock.replaceWith(clock.dataset.rangkulClock);
  return copy.outerHTML.replace(/(name="csrfmiddlewaretoken" value=")[^"]*/g, "$1");
}

// A list is brought up to date row by row, and looks after the rows that are worked on by itself.
const isList = (element) => element.matches("ul[data-rangkul-rows]");

function holdsWork(element) {
  const focused = document.activeElement;
  const writing = element.contains(focused) && focused.matches("input, textarea, select, [contenteditable]");
  return !isList(element) && (writing || unsaved(element));
}

function offer(element) {
  if (element.querySelector(":scope > [data-rangkul-changed]")) return;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "btn btn-secondary btn-sm", textContent: word("changed") });
  button.dataset.rangkulChanged = "";
  button.addEventListener("click", () => fetchInto(element.dataset.rangkulSrc, [element]));
  element.prepend(button);
  announce(word("changed"));
}

async function fetchInto(address, elements) {
  const headers = { "HX-Request": "true", "X-Rangkul-Live": "true" };
  const answer = await fetch(address, { headers }).catch(() => null);
  // Sent elsewhere: the session has ended, and the next click of the reader will say so.
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const only = elements.length === 1 && page.body.childElementCount === 1 ? page.body.firstElementChild : null;
  for (const element of elements) {
    const fresh = (element.id && page.getElementById(element.id)) || only;
    if (fresh) whenLetGo(() => element.isConnected && put(element, document.importNode(fresh, true)));
  }
}

function put(element, fresh) {
  if (plain(element) === plain(fresh)) return;
  const letGo = hold(element);
  if (isList(element) && isList(fresh)) {
    told(mergeRows(element, fresh));
    settle(element);
  } else {
    element.replaceWith(fresh);
    settle(fresh);
    speak(element, fresh);
  }
  letGo(element.isConnected ? element : fresh);
}

function told({ added, changed }) {
  if (added.length) announce(word("arrived", { n: added.length, what: added.filter(Boolean).join(", ") }));
  else if (changed) announce(word("changedRows", { n: changed }));
}

/** A part that has something to say says it; one that waits for the reader also shows it in the title of the tab. */
function speak(before, fresh) {
  if (fresh.hasAttribute("data-rangkul-waiting")) titled();
  const said = fresh.dataset.rangkulSay;
  if (said === undefined) announce(word("refreshed"));
  else if (said && said !== before.dataset.rangkulSay) toast(said, 12);
}

function titled() {
  const waiting = Math.max(0, ...[...document.querySelectorAll("[data-rangkul-waiting]")].map((one) => Number(one.dataset.rangkulWaiting)));
  const bare = document.title.replace(/^\(\d+\) /, "");
  document.title = waiting ? `(${waiting}) ${bare}` : bare;
}

function settle(element) {
  window.htmx?.process(element);
  bindAll(element);
}

function refresh(element, address = element.dataset.rangkulSrc) {
  if (!address) return;
  if (holdsWork(element)) {
    offer(element);
    return;
  }
  // Several events within a blink, and all parts with one address, are one fetch.
  if (asked.has(address)) {
    asked.get(address).add(element);
    return;
  }
  const parts = new Set([element]);
  asked.set(address, parts);
  setTimeout(() => {
    asked.delete(address);
    fetchInto(address, [...parts]);
  }, TOGETHER);
}

function tell({ name, kind, subject }) {
  document.dispatchEvent(new CustomEvent(`rangkul:${name}`, { detail: { name, kind, id: subject } }));
  const thing = CSS.escape(`${kind}:${subject}`);
  const places = [
    `[data-rangkul-live~="${thing}"]`,
    `[data-rangkul-live-list~="${CSS.escape(kind)}"]`,
    `[data-rangkul-live-event~="${CSS.escape(name)}"]`,
  ];
  const found = [...document.querySelectorAll(places.join())];
  // What one part claims as its own is drawn there alone; whatever shares its page is left as it is.
  const claims = (one) => one.dataset.rangkulOwn?.split(" ").includes(name);
  const claimed = new Set(found.filter(claims).map((one) => one.dataset.rangkulSrc));
  for (const one of found) {
    if (claims(one)) refresh(one, one.dataset.rangkulOwnSrc);
    else if (!claimed.has(one.dataset.rangkulSrc)) refresh(one);
  }
}

export function live() {
  const address = document.querySelector('meta[name="rangkul-stream"]')?.content;
  if (!address || !window.EventSource) return;
  titled();
  // After a gap nobody knows what was missed, so everything that lives is looked at once.
  listen(address, { tell, missed: () => document.querySelectorAll("[data-rangkul-src]").forEach((one) => refresh(one)) });
  // What becomes late does so without an event.
  setInterval(() => document.querySelectorAll("[data-rangkul-live-minutes]").forEach((one) => refresh(one)), MINUTE);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
}
