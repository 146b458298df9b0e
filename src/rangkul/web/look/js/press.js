// While a finger or a button is down nothing is swapped: what is pressed would be gone before it is let go, and the press lost.
let down = false;
const waiting = [];

const letGo = () =>
  // The click comes after the finger has left, in the same turn.
  setTimeout(() => {
    down = false;
    waiting.splice(0).forEach((then) => then());
  });

document.addEventListener("pointerdown", () => (down = true), { capture: true, passive: true });
for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, letGo, { capture: true, passive: true });
addEventListener("blur", letGo);

/** Now, or as soon as nothing is pressed any more. */
export const whenLetGo = (then) => (down ? waiting.push(then) : then());
