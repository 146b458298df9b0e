// Asks the browser for an address to push to, and hands it in. Nothing else of this device is told. Turned off, the browser
// forgets it as well.
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

async function forget(worker) {
  const there = await navigator.serviceWorker.getRegistration(worker);
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
    await Promise.race([forget(off.dataset.newsOff).catch(() => {}), late]);
    off.submit();
  });
}
