// A sound when more waits on the crisis board than before, and again every while for as long as anything waits: until a
// person has taken it, or the worker switches the sound off. Whoever works here is remembered by themself, because desks
// are shared. A browser plays nothing before somebody pressed something on the page; until then the button says so.
// Words and shape say the same without any sound.
const button = document.querySelector("[data-rangkul-sound]");
const kept = `rangkul-crisis-sound-${button?.dataset.rangkulSound}`;
const SECONDS = 15;
let audio = null;
let state = "off";
let woke = null;
let timer = null;
let before = waiting();

function waiting() {
  return Number(document.getElementById("papan-krisis")?.dataset.rangkulWaiting ?? 0);
}

function show(next) {
  state = next;
  button.setAttribute("aria-pressed", String(next !== "off"));
  const words = { off: button.dataset.wordOff, on: button.dataset.wordOn, asleep: button.dataset.wordAsleep };
  button.querySelector("span").textContent = words[next];
  again();
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

function again() {
  clearTimeout(timer);
  if (state !== "on" || !waiting()) return;
  const every = Number(button.dataset.every) || SECONDS;
  timer = setTimeout(() => {
    if (state === "on" && waiting()) beep();
    again();
  }, every * 1000);
}

// The first press anywhere on the page lets the browser play again what this worker had switched on.
function wake(event) {
  if (state !== "asleep" || (event.type === "keydown" && button.contains(event.target))) return;
  woke = event;
  show("on");
  if (waiting()) beep();
}

if (button) {
  document.addEventListener("click", wake, { capture: true });
  document.addEventListener("keydown", wake, { capture: true });
  button.addEventListener("click", (event) => {
    if (event === woke) return;
    const on = state === "off";
    show(on ? "on" : "off");
    localStorage.setItem(kept, on ? "on" : "off");
    if (on) beep();
  });
  if (localStorage.getItem(kept) === "on") show(navigator.userActivation?.hasBeenActive ? "on" : "asleep");
  new MutationObserver(() => {
    const now = waiting();
    if (now === before) return;
    if (now > before && state === "on") beep();
    before = now;
    again();
  }).observe(document.querySelector("main"), { childList: true, subtree: true, attributes: true, attributeFilter: ["data-rangkul-waiting"] });
}
