// A file that would be refused is told at once, not after minutes on a slow line.
import { each } from "./ready.js";
import { toast, word } from "./say.js";

const MEGABYTE = 1024 * 1024;

export const files = () =>
  each("input[type=file][data-rangkul-most]", (input) =>
    input.addEventListener("change", () => {
      const most = Number(input.dataset.rangkulMost);
      if (![...input.files].some((file) => file.size > most)) return;
      input.value = "";
      toast(word("large", { n: Math.floor(most / MEGABYTE) }), 12);
    }),
  );
