// A worker's own pair of keys: made here, closed by words that stay here, opened and closed again by other words.
import { withWords } from "./locking.js";
import * as sealing from "./sealing.js";

function keys(root) {
  const { staff, floor, public: mine, wrapped } = JSON.parse(document.getElementById("bahan-kunci").textContent);
  if (!sealing.able()) {
    root.hidden = true;
    document.querySelector("[data-key-unable]").hidden = false;
    return;
  }
  const print = root.querySelector("[data-key-print]");
  if (print) sealing.fingerprint(mine).then((digits) => (print.textContent = digits));
  for (const form of root.querySelectorAll("[data-key-form]")) {
    const part = (name) => form.querySelector(`[data-key-${name}]`);
    const asked = withWords(form, { words: part("words"), again: part("again"), other: part("other"), error: part("error"), sentences: root.dataset });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const words = asked.chosen();
      if (!words) return;
      try {
        const pair = await (form.dataset.keyForm === "make" ? made(form) : opened(form));
        form.elements.punyaku.value = JSON.stringify(await sealing.wrapPrivate(pair, words, staff, floor));
        form.submit();
      } catch (error) {
        if (!(error instanceof sealing.Unreadable)) throw error;
        asked.complain(root.dataset.wordWrong);
      }
    });
  }

  async function made(form) {
    const pair = await sealing.newPair();
    form.elements.umum.value = await sealing.publicOf(pair);
    return pair;
  }
  const opened = async (form) => ({ privateKey: await sealing.openPrivate(wrapped, form.querySelector("[data-key-old]").value, staff, true) });
}

document.querySelectorAll("[data-worker-key]").forEach(keys);
