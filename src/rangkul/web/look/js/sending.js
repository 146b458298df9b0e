// A form is sent once. A guarded form also keeps its words when the line is lost, in the memory of this page only.
import { each } from "./ready.js";
import { leaving } from "./exit.js";
import { toast, word } from "./say.js";

const PATIENCE = 8000;
const dirty = new Set();

function busy(form, on, submitter) {
  form.toggleAttribute("data-sending", on);
  const button = submitter ?? form.querySelector('[type="submit"]');
  button?.classList.toggle("is-busy", on);
}

async function lineIsThere() {
  if (navigator.onLine === false) return false;
  try {
    await fetch("/sehat/", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE) });
    return true;
  } catch {
    return false;
  }
}

async function sendWhenLineIsThere(form, submitter) {
  busy(form, true, submitter);
  if (await lineIsThere()) {
    dirty.delete(form);
    form.dataset.lineChecked = "yes";
    busy(form, false, submitter);
    form.requestSubmit(submitter);
    return;
  }
  busy(form, false, submitter);
  toast(word("kept"), 12);
}

function onSubmit(event) {
  const { target: form, submitter } = event;
  if (form.method === "dialog" || event.defaultPrevented) return;
  if (form.hasAttribute("data-sending")) {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && form.matches("[data-rangkul-guard]") && !form.dataset.lineChecked) {
    event.preventDefault();
    sendWhenLineIsThere(form, submitter);
    return;
  }
  delete form.dataset.lineChecked;
  // Marked after this tick, so that the pressed button's own value still travels.
  if (form.method === "post") setTimeout(() => busy(form, true, submitter));
}

export function sending() {
  document.addEventListener("submit", onSubmit);
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (!form) return;
    busy(form, false);
    if (event.detail.successful) dirty.delete(form);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-sending]").forEach((form) => busy(form, false));
  });
  each("form[data-rangkul-guard]", (form) => form.addEventListener("input", () => dirty.add(form)));
  addEventListener("beforeunload", (event) => {
    const unsent = [...dirty].some((form) => form.isConnected && !form.hasAttribute("data-sending"));
    if (unsent && !leaving.now) event.preventDefault();
  });
}
