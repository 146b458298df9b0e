// Files beside sealed letters. What the server does with others is done here: the kind is told by the first bytes, and a
// picture is drawn anew, without the place and the device that it told.
import * as sealing from "./sealing.js";

const LONGEST_SIDE = 2400;
const LARGEST = 15 * 1024 * 1024 - sealing.FILE_STEP;
const starts = (data, ...bytes) => bytes.every((one, at) => one === null || data[at] === one);
const letters = (data, from, to) => String.fromCharCode(...data.subarray(from, to));

/** The kind of what these bytes begin, or null for whatever is no picture, PDF or voice. */
export function kindOf(data) {
  const head = letters(data, 0, 64);
  if (starts(data, 0xff, 0xd8, 0xff)) return { type: "image/jpeg", extension: "jpg" };
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return { type: "image/png", extension: "png" };
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return { type: "image/webp", extension: "webp" };
  if (head.startsWith("%PDF-")) return { type: "application/pdf", extension: "pdf" };
  if (head.startsWith("\x1aE\xdf\xa3") && head.includes("webm")) return { type: "audio/webm", extension: "webm" };
  if (head.startsWith("OggS")) return { type: "audio/ogg", extension: "ogg" };
  if (head.slice(4, 8) === "ftyp" && ["M4A ", "mp41", "mp42", "isom", "iso5", "iso6", "dash"].includes(head.slice(8, 12))) return { type: "audio/mp4", extension: "m4a" };
  if (head.startsWith("ID3") || (data[0] === 0xff && (data[1] & 0xe6) === 0xe2)) return { type: "audio/mpeg", extension: "mp3" };
  return null;
}

async function drawn(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return new Uint8Array(await blob.arrayBuffer());
}

const named = (name, { extension }, usual) => `${name.replace(/\.[^.]*$/, "").replace(/[\\/\p{C}]/gu, "").trim().slice(0, 80) || usual}.${extension}`;

/** Ready to be sealed, or `error`: "large" or "kind". */
export async function looked(file, usual) {
  if (file.size > LARGEST) return { error: "large" };
  let data = new Uint8Array(await file.arrayBuffer());
  let kind = kindOf(data);
  if (!kind) return { error: "kind" };
  if (kind.type.startsWith("image/")) {
    try {
      data = await drawn(file);
    } catch {
      return { error: "kind" };
    }
    kind = kindOf(data);
  }
  return { name: named(file.name, kind, usual), type: kind.type, data };
}

/** Shows what was opened in the place of its button; nothing of a kind that is not on the list. Throws Unreadable. */
export async function show(place, key, raw, context, usual) {
  const { name, data } = await sealing.openFile(key, raw, context);
  const kind = kindOf(data);
  if (!kind) return false;
  const blob = new Blob([data], { type: kind.type });
  const link = place.querySelector("[data-file-link]");
  const sound = place.querySelector("audio");
  const picture = place.querySelector("[data-file-shown]");
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = named(name, kind, usual);
  link.querySelector("span").textContent = link.download;
  link.hidden = false;
  if (kind.type.startsWith("audio/")) {
    Object.assign(sound, { src: address, hidden: false });
    sound.setAttribute("aria-label", link.download);
  } else if (kind.type.startsWith("image/")) {
    // The policy of the page lets pictures come from its own address or out of the page itself, from no blob.
    picture.src = await new Promise((done) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => done(reader.result));
      reader.readAsDataURL(blob);
    });
    Object.assign(picture, { alt: link.download, hidden: false });
  }
  return true;
}
