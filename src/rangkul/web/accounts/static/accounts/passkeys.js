// The library only writes to the console when a device refuses; whoever pressed the button is told on the page.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const words of document.querySelectorAll("[data-rangkul-passkey-trouble]")) {
    words.hidden = false;
    words.focus();
  }
});
