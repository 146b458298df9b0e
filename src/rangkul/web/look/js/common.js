import { counting } from "./count.js";
import { clocks } from "./clock.js";
import { errors } from "./errors.js";
import { files } from "./files.js";
import { opening } from "./open.js";
import { quickExit } from "./exit.js";
import { sending } from "./sending.js";
import { signing } from "./signature.js";
import { suggesting } from "./suggest.js";
import { themeSwitch } from "./theme.js";
import { zones } from "./zones.js";

export function common() {
  quickExit();
  document.documentElement.dataset.js = "";
  for (const start of [sending, opening, themeSwitch, suggesting, counting, clocks, signing, errors, zones, files]) start();
}
