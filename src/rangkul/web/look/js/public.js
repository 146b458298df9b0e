import { common } from "./common.js";

common();
