import { common } from "./common.js";
import { htmxManners } from "./htmx.js";
import { keys } from "./keys.js";
import { live } from "./live.js";
import { plainPhotos } from "./forms-photos.js";

common();
// The answer to a question that came by POST: loading again or coming back asks by GET, without the browser's warning.
if (document.querySelector("[data-rangkul-answer]")) history.replaceState(history.state, "", location.href);
// On a narrow screen the tabs scroll: the one that is open is in sight.
for (const tab of document.querySelectorAll('.tabs [aria-current="page"]')) {
  const tabs = tab.parentElement;
  tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.offsetWidth) / 2;
}
htmxManners();
keys();
live();
plainPhotos();
