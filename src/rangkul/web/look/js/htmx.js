// What HTMX needs from us: the token for writing, current tabs, and words when the line fails.
import { toast, word } from "./say.js";

export function htmxManners() {
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector('meta[name="rangkul-token"]')?.content;
    if (token) event.detail.headers["X-CSRFToken"] = token;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const tab = event.target.closest?.("[data-rangkul-tab]");
    if (!tab || !event.detail.successful) return;
    tab.closest(".tabs").querySelectorAll(".tab").forEach((other) => other.removeAttribute("aria-current"));
    tab.setAttribute("aria-current", "page");
  });
  document.addEventListener("htmx:sendError", () => toast(word("kept"), 12));
  document.addEventListener("htmx:responseError", () => toast(word("failed"), 12));
}
