// Light or dark by choice, kept in a cookie so that the server draws the right one; a third press follows the device.
// On public pages the choice ends with the browser: a cookie of a year would tell that somebody was here.
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
        const life = document.body.classList.contains("public") ? "" : `; max-age=${YEAR}`;
        document.cookie = `rangkul_theme=${next}; path=/${life}; SameSite=Lax${secure}`;
      }
    }),
  );
}
