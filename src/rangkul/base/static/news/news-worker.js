// Shows the one sentence when a push arrives. It keeps nothing, fetches nothing and answers for no page.
const asked = new URL(self.location).searchParams;
const words = asked.get("kata") || "Ada kabar untuk Anda";
const opens = asked.get("buka") || "/tiket/";

self.addEventListener("push", (event) => event.waitUntil(self.registration.showNotification(words, { tag: "kabar" })));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(opens));
});
