// Leaving in a hurry: the page goes blank at once, and its place in the history is taken by a harmless one.
const TWICE_WITHIN = 1000;
export const leaving = { now: false };

function leave(address) {
  leaving.now = true;
  try {
    // Read by gone.js, in this tab only, when the back button is pressed.
    sessionStorage.setItem("rangkul-gone", new URL("/keluar/", location.origin).href);
  } catch {
    // Without storage the way back is an empty page.
  }
  // Whoever takes the device next is told of no news. The page does not wait for it.
  navigator.serviceWorker
    ?.getRegistrations()
    .then((all) => all.forEach((one) => one.unregister()))
    .catch(() => {});
  document.title = " ";
  document.body.hidden = true;
  location.replace(address);
}

export function quickExit() {
  const { rangkulAway } = document.body.dataset;
  if (rangkulAway) {
    leave(rangkulAway);
    return;
  }
  const link = document.querySelector("[data-rangkul-exit]");
  if (!link) return;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link.href);
  });
  let last = -Infinity;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - last < TWICE_WITHIN) leave(link.href);
    last = event.timeStamp;
  });
}
