// Shows the one sentence when a push arrives. It keeps nothing, fetches nothing and answers for no page.
const words = new URL(self.location).searchParams.get("kata") || "Ada kabar untuk Anda";

self.addEventListener("push", (event) => event.waitUntil(self.registration.showNotification(words, { tag: "kabar" })));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/tiket/"));
});
