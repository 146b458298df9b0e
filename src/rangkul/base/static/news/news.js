// Asks the browser for an address to push to, and hands it in. Nothing else of this device is told. Turned off, the browser
// forgets it as well. `data-opens` is the page that a touch on the notice opens, and keeps a worker's own wish on a device
// apart from that of a client.
const form = document.querySelector("[data-news-push]");

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const scope = ({ worker, opens }) => new URL(`.${opens}`, new URL(worker, location.href)).href;

async function address() {
  const { worker, opens, wordTitle, newsPush } = form.dataset;
  const asked = new URLSearchParams({ kata: wordTitle, buka: opens });
  const there = await navigator.serviceWorker.register(`${worker}?${asked}`, { scope: scope(form.dataset) });
  await active(there);
  const made = await there.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(newsPush) });
  return made.endpoint;
}

// A browser gives an address only to a worker that runs already.
const active = (there) =>
  new Promise((done) => {
    const coming = there.installing || there.waiting;
    if (!coming) done();
    else coming.addEventListener("statechange", () => coming.state === "activated" && done());
  });

if (form && "serviceWorker" in navigator && "PushManager" in window) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      if ((await Notification.requestPermission()) !== "granted") throw new Error("denied");
      form.elements.reach_at.value = await address();
      form.submit();
    } catch {
      form.querySelector("[role=status]").textContent = form.dataset.wordNo;
    }
  });
}

async function forget(place) {
  const all = await navigator.serviceWorker.getRegistrations();
  const there = all.find((one) => one.scope === place);
  const made = await there?.pushManager.getSubscription();
  await made?.unsubscribe();
  await there?.unregister();
}

const off = document.querySelector("[data-news-off]");
if (off && "serviceWorker" in navigator) {
  off.addEventListener("submit", async (event) => {
    event.preventDefault();
    // A browser that does not answer keeps nobody from turning it off.
    const late = new Promise((done) => setTimeout(done, 2000));
    await Promise.race([forget(scope(off.dataset)).catch(() => {}), late]);
    off.submit();
  });
}
