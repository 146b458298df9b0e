// A question that asks for a photo: it goes to the documents of the case at once, and the answer carries its name.
import { each } from "./ready.js";
import { learnWords, word } from "./say.js";

const MEGABYTE = 1024 * 1024;

async function send(holder, field, file) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", holder.querySelector("[name=csrfmiddlewaretoken]").value);
  body.set("question", field.dataset.name || field.name);
  body.set("file", file);
  const reply = await fetch(holder.dataset.photos, { method: "POST", body });
  if (reply.redirected) throw new Error(word("formGone"));
  if (!reply.ok) throw new Error(reply.status === 422 ? await reply.text() : word("formPhotoLost"));
  return reply.json();
}

function show(place, kept) {
  const picture = document.createElement("img");
  Object.assign(picture, { src: kept.preview, alt: word("formPhotoKept", { name: kept.name }), className: "or-photo" });
  place.replaceChildren(...(kept.preview ? [picture] : []));
}

function furnish(holder, field) {
  if (field.dataset.furnished) return;
  field.dataset.furnished = "1";
  const chooser = document.createElement("button");
  Object.assign(chooser, { type: "button", className: "btn btn-secondary photo-choose", textContent: word("formPhoto") });
  const input = document.createElement("input");
  // Not one of the form's own: the engine leaves it alone.
  Object.assign(input, { type: "file", className: "ignore", hidden: true });
  if (field.dataset.rangkulPhoto === "image") input.accept = "image/*";
  chooser.addEventListener("click", () => input.click());
  const line = document.createElement("span");
  Object.assign(line, { className: "photo-said" });
  line.setAttribute("role", "status");
  const place = document.createElement("span");
  place.className = "photo-place";
  field.after(chooser, input, line, place);
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (!file) return;
    const most = Number(holder.dataset.most);
    if (most && file.size > most) {
      line.textContent = word("large", { n: Math.floor(most / MEGABYTE) });
      return;
    }
    line.textContent = word("formPhotoGoing");
    try {
      const kept = await send(holder, field, file);
      field.value = kept.name;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
      line.textContent = word("formPhotoKept", { name: kept.name });
      show(place, kept);
    } catch (error) {
      // Another try is one press away; what was typed elsewhere stays.
      line.textContent = error instanceof TypeError ? word("formPhotoLost") : error.message;
    }
    input.value = "";
  });
}

/** Without a place to send to (the client's own telephone, a preview) the name is written by hand. */
export function photos(holder) {
  if (!holder.dataset.photos) return;
  for (const field of holder.querySelectorAll("input[data-rangkul-photo]")) furnish(holder, field);
}

/** The plain page of the same questions. */
export const plainPhotos = () =>
  each("[data-rangkul-photos]", (form) => {
    learnWords(form);
    photos(form);
  });
