// Says how many characters are left, only when it begins to matter.
import { each } from "./ready.js";
import { word } from "./say.js";

const NEAR = 0.8;

export const counting = () =>
  each("[data-rangkul-count][maxlength]", (field) => {
    const line = document.createElement("div");
    line.className = "counter";
    line.setAttribute("aria-live", "polite");
    field.after(line);
    const show = () => {
      const left = field.maxLength - field.value.length;
      line.textContent = field.value.length > field.maxLength * 0.5 ? word("left", { n: left }) : "";
      line.classList.toggle("is-near", field.value.length > field.maxLength * NEAR);
    };
    field.addEventListener("input", show);
    show();
  });
