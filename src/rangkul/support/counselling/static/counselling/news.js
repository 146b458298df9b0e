// Asks the browser for an address to push to, and hands it in. Nothing else of this device is told.
const form = document.querySelector("[data-news-push]");

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

async function address() {
  const worker = `${form.dataset.worker}?kata=${encodeURIComponent(form.dataset.wordTitle)}`;
  const there = await navigator.serviceWorker.register(worker);
  const key = bytes(form.dataset.newsPush);
  const made = await there.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return made.endpoint;
}

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
