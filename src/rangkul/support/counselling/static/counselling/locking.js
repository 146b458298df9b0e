// Before the first word of a letter: the browser makes the room's key and wraps it, once by the client's words and once
// for each worker who may answer. The words stay here.
import * as sealing from "./sealing.js";
import { longEnough, suggested } from "./words.js";

export function withWords(form, { words, again, other, error, sentences }) {
  const complain = (text) => {
    error.textContent = text;
    error.hidden = !text;
    return null;
  };
  if (!words.value) words.value = suggested();
  other?.addEventListener("click", () => {
    words.value = suggested();
    again.value = "";
    words.focus();
  });
  return {
    complain,
    chosen() {
      const said = sealing.plainWords(words.value);
      if (!longEnough(said)) return complain(sentences.wordShort);
      if (sealing.plainWords(again.value) !== said) return complain(sentences.wordDiffers);
      complain("");
      return said;
    },
  };
}

function locks(form) {
  const part = (name) => form.querySelector(`[data-lock-${name}]`);
  const { room, floor, holders } = JSON.parse(document.getElementById("bahan-kunci").textContent);
  if (!sealing.able()) {
    form.hidden = true;
    document.querySelector("[data-lock-unable]").hidden = false;
    return;
  }
  const asked = withWords(form, { words: part("words"), again: part("again"), other: part("other"), error: part("error"), sentences: form.dataset });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = asked.chosen();
    if (!words) return;
    part("busy").hidden = false;
    try {
      const key = await sealing.newRoomKey();
      const wrapped = await Promise.all(holders.map(async ({ id, public: theirs }) => [id, await sealing.wrapForWorker(key, theirs, id, room)]));
      form.elements.punyaku.value = JSON.stringify(await sealing.wrapForClient(key, words, room, floor));
      form.elements.kunci.value = JSON.stringify(Object.fromEntries(wrapped));
      form.submit();
    } catch {
      part("busy").hidden = true;
      asked.complain(form.dataset.wordFailed);
    }
  });
}

document.querySelectorAll("[data-lock-letter]").forEach(locks);
