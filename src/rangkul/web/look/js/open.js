// Dialogs, drawers, menus and printing.
import { each } from "./ready.js";

const wide = matchMedia("(min-width: 992px)");

function openers(button) {
  button.addEventListener("click", (event) => {
    const dialog = document.getElementById(button.dataset.rangkulOpen);
    if (!dialog?.showModal) return;
    event.preventDefault();
    button.closest("details[open]")?.removeAttribute("open");
    if (dialog.hasAttribute("data-rangkul-drawer") && wide.matches) return;
    if (dialog.open) dialog.close();
    dialog.showModal();
  });
}

// Beside the page a drawer is plain content, shown by the style sheet; one left open is closed when the screen widens.
function drawer(dialog) {
  wide.addEventListener("change", () => dialog.open && dialog.close());
}

function closeOnOutsideClick(dialog) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && dialog.matches(":modal")) dialog.close();
  });
}

export function opening() {
  each("[data-rangkul-open]", openers);
  each("dialog[data-rangkul-drawer]", drawer);
  each("dialog", closeOnOutsideClick);
  each("[data-rangkul-print]", (button) => button.addEventListener("click", () => print()));
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details[data-rangkul-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details[data-rangkul-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
