import { common } from "./common.js";
import { htmxManners } from "./htmx.js";
import { keys } from "./keys.js";
import { live } from "./live.js";

common();
// The answer to a question that came by POST: loading again or coming back asks by GET, without the browser's warning.
if (document.querySelector("[data-rangkul-answer]")) history.replaceState(history.state, "", location.href);
htmxManners();
keys();
live();
