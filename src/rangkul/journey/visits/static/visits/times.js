// The time of return moves along with the time of leaving, as long as nobody has set it.
const pad = (number) => String(number).padStart(2, "0");
const written = (at) => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;

for (const form of document.querySelectorAll("[data-rangkul-visit-times]")) {
  const leaves = form.elements.namedItem("leaves_at");
  const back = form.elements.namedItem("back_by");
  const lasts = Date.parse(back.value) - Date.parse(leaves.value);
  let free = lasts > 0;
  back.addEventListener("input", () => (free = false));
  leaves.addEventListener("input", () => {
    const at = Date.parse(leaves.value);
    if (free && at) back.value = written(new Date(at + lasts));
  });
}
