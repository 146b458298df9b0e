// Loaded before anything is drawn: whoever left in a hurry does not come back to these pages by the back button.
// A page that is opened anew, by its address or a link, is shown as ever.
const key = "rangkul-gone";

function away() {
  document.documentElement.hidden = true;
  location.replace(sessionStorage.getItem(key));
}

try {
  if (sessionStorage.getItem(key)) {
    const [how] = performance.getEntriesByType("navigation");
    if (how?.type === "back_forward") away();
    else sessionStorage.removeItem(key);
  }
  // A page kept whole in memory runs no script again; it only says that it is back.
  addEventListener("pageshow", (event) => event.persisted && sessionStorage.getItem(key) && away());
} catch {
  // Without storage, a browser that keeps nothing anyway, the pages themselves are empty by then.
}
