// After a form came back with errors, the list of them has the focus, so that nobody searches for what went wrong.
import { each } from "./ready.js";

export const errors = () => each("[data-rangkul-errors]", (summary) => summary.focus());
