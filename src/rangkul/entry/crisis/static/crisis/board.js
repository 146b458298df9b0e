// A short sound when more waits on the crisis board than before. It is off until the worker switches it on, because a
// browser plays nothing unasked; words and shape say the same without it.
const KEPT = "rangkul-crisis-sound";
const button = document.querySelector("[data-rangkul-sound]");
let audio = null;
let before = waiting();

function waiting() {
  return Number(document.getElementById("papan-krisis")?.dataset.rangkulWaiting ?? 0);
}

function isOn() {
  return button?.getAttribute("aria-pressed") === "true";
}

function show(on) {
  button.setAttribute("aria-pressed", String(on));
  button.querySelector("span").textContent = on ? button.dataset.wordOn : button.dataset.wordOff;
}

function beep() {
  audio ??= new AudioContext();
  audio.resume();
  for (const [at, pitch] of [[0, 660], [0.25, 880]]) {
    const tone = audio.createOscillator();
    const loud = audio.createGain();
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0.2, audio.currentTime + at);
    loud.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + at + 0.2);
    tone.connect(loud).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.2);
  }
  document.documentElement.dataset.rangkulRang = String(Number(document.documentElement.dataset.rangkulRang ?? 0) + 1);
}

button?.addEventListener("click", () => {
  const on = !isOn();
  show(on);
  localStorage.setItem(KEPT, on ? "on" : "off");
  if (on) beep();
});
if (button && localStorage.getItem(KEPT) === "on") show(true);

new MutationObserver(() => {
  const now = waiting();
  if (now > before && isOn()) beep();
  before = now;
}).observe(document.querySelector("main"), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-rangkul-waiting"] });
