// Speaking in a room. The panel comes from the server and is fetched again when the room says that something changed;
// while two people speak it stays as it is.
import { Talk } from "./talk.js";

function calls(place) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  let talk = null;

  const post = (address, fields = {}) =>
    fetch(address, {
      method: "POST",
      headers: { "X-Rangkul-Room": "1", "X-CSRFToken": token },
      body: new URLSearchParams(fields),
    });

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-room-call-panel]");
    if (!fresh) return;
    place.replaceChildren(document.importNode(fresh, true));
    begin();
  }

  function begin() {
    const section = place.querySelector("[data-call-talk]");
    if (!section) return;
    talk = new Talk(section, {
      post,
      over: (words) => {
        talk = null;
        refresh(words);
      },
    });
    talk.start();
  }

  async function refresh(words = "") {
    const answer = await fetch(place.dataset.address, { headers: { "X-Rangkul-Room": "1" } }).catch(() => null);
    if (!answer?.ok || talk) return;
    show(await answer.text());
    if (words) say(words);
  }

  function say(words) {
    const line = document.createElement("p");
    Object.assign(line, { className: "call-status", textContent: words });
    line.setAttribute("role", "status");
    place.prepend(line);
  }

  place.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-call-post]");
    if (!button || button.disabled) return;
    button.disabled = true;
    const answer = await post(button.dataset.callPost, { cara: button.dataset.cara ?? "" }).catch(() => null);
    if (answer && (answer.ok || answer.status === 422)) show(await answer.text());
    else button.disabled = false;
  });
  // A line of the house in the room: somebody asks to speak, came, left, or the room ended.
  document.addEventListener("rangkul:room-line", () => talk ?? refresh());
  // The quick exit takes the cookies along, so the other side hears of it before the page goes.
  const away = (event) => event.target.closest?.("[data-rangkul-exit]") && talk?.leave();
  addEventListener("click", away, true);
  addEventListener("pagehide", () => talk?.leave());
  begin();
}

document.querySelectorAll("[data-room-call]").forEach(calls);
