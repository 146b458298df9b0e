// Clocks that count down by themselves, in the words and steps the server uses. Days are those of the agency's calendar, which
// the server knows: its words stand until hours count.
import { each } from "./ready.js";
import { word } from "./say.js";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

function words(seconds) {
  if (seconds < HOUR) return word("minutes", { n: Math.max(1, Math.trunc(seconds / MINUTE)) });
  return word("hours", { n: Math.round(seconds / HOUR) });
}

export const clocks = () =>
  each("[data-rangkul-clock]", (element) => {
    const due = Date.parse(element.dataset.rangkulClock);
    const shown = element.querySelector(".due-word");
    const tick = () => {
      if (!element.isConnected) {
        clearInterval(timer);
        return;
      }
      const left = (due - Date.now()) / 1000;
      element.classList.toggle("clock-late", left < 0);
      element.classList.toggle("clock-calm", left > DAY);
      if (shown && left >= 0 && Math.round(left / HOUR) < 36) shown.textContent = words(left);
    };
    const timer = setInterval(tick, 20000);
    tick();
  });
