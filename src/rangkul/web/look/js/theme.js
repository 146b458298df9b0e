// Light or dark by choice, kept in a cookie so that the server draws the right one; a third press follows the device.
import { each } from "./ready.js";

const YEAR = 31536000;

export function themeSwitch() {
  each("[data-rangkul-theme]", (button) =>
    button.addEventListener("click", () => {
      const root = document.documentElement;
      const device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      const next = (root.dataset.theme ?? device) === "dark" ? "light" : "dark";
      const secure = location.protocol === "https:" ? "; Secure" : "";
      if (next === device) {
        delete root.dataset.theme;
        document.cookie = `rangkul_theme=; path=/; max-age=0; SameSite=Lax${secure}`;
      } else {
        root.dataset.theme = next;
        document.cookie = `rangkul_theme=${next}; path=/; max-age=${YEAR}; SameSite=Lax${secure}`;
      }
    }),
  );
}
