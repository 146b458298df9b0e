// Hours by the clock that this device keeps, unless somebody chose another one in the address.
import { each } from "./ready.js";

export const zones = () =>
  each("[data-rangkul-zones]", (choice) => {
    if (new URLSearchParams(location.search).has("zona")) return;
    const hours = -new Date().getTimezoneOffset() / 60;
    const other = choice.querySelector(`a[data-hours="${hours}"]`);
    if (other) location.replace(other.href);
  });
