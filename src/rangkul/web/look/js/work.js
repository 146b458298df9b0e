import { common } from "./common.js";
import { htmxManners } from "./htmx.js";
import { keys } from "./keys.js";
import { live } from "./live.js";

common();
htmxManners();
keys();
live();
