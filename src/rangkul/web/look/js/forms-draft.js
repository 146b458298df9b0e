// What is typed is kept on the server, sealed, while it is typed; nothing stays in the browser.
import { word } from "./say.js";

const PAUSE = 1500;

/** `save()` sends what is there now and tells whether the server has it: "kept", "gone" (signed out) or "lost" (no line). */
export function drafting(holder, answer) {
  const line = holder.querySelector("[data-rangkul-kept]");
  const token = () => holder.querySelector("[name=csrfmiddlewaretoken]").value;
  let sent = answer();
  let timer;

  async function put(text) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", token());
    body.set("answer", text);
    try {
      const reply = await fetch(holder.dataset.draft, { method: "POST", body });
      // Sent on to the sign-in page: the session has ended.
      if (reply.redirected || reply.status === 401 || reply.status === 403) return "gone";
      return reply.ok ? "kept" : "lost";
    } catch {
      return "lost";
    }
  }

  async function save() {
    clearTimeout(timer);
    const text = answer();
    if (text === sent) return "kept";
    const outcome = await put(text);
    if (outcome === "kept") sent = text;
    if (line) line.textContent = word({ kept: "formKept", gone: "formGone", lost: "formLost" }[outcome]);
    return outcome;
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  return { save, soon, unsent: () => answer() !== sent };
}
