// The sentences of the form engine come from the page, in its language.
import { word } from "./say.js";

const KEYS = {
  "constraint.invalid": "formInvalid",
  "constraint.required": "formRequired",
  "confirm.repeatremove.heading": "formRemove",
  "confirm.repeatremove.msg": "formRemove",
};

export const t = (key) => (KEYS[key] ? word(KEYS[key]) : "");
