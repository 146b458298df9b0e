// Sending a file in a room: it stays chosen until it has arrived, and arrives once under its number. A voice is recorded
// in the memory of the page alone.
const LONGEST = 5 * 60 * 1000;

export function encloses(root, { post, told, cursor, fresh, secret }) {
  const place = root.querySelector("[data-room-enclose]");
  const form = place?.querySelector("form");
  if (!form) return;
  const part = (name) => form.querySelector(`[data-enclose-${name}]`);
  const file = form.querySelector("[type=file]");
  const once = [...form.elements].find((one) => one.name.endsWith("once"));
  const say = (words) => (part("status").textContent = words);
  let sending = false;

  function done() {
    form.reset();
    once.value = fresh();
    part("heard").hidden = true;
    say("");
    place.open = false;
  }
  function wrong(words) {
    part("error").textContent = words;
    part("error").hidden = false;
    say("");
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    part("error").hidden = true;
    say(form.dataset.wordSending);
    const fields = new FormData(form);
    fields.set("setelah", cursor());
    try {
      const address = secret && file.files.length ? await closed(fields) : form.action;
      if (!address) return;
      const answer = await post(address, fields);
      const said = await answer.json();
      if (answer.ok) {
        told(said);
        done();
      } else {
        if (said.messages) told(said);
        wrong(said.error || form.dataset.wordAgain);
        // Refused: what is sent next is another file.
        if (answer.status === 422) once.value = fresh();
      }
    } catch {
      wrong(form.dataset.wordAgain);
    } finally {
      sending = false;
    }
  });

  /** Sealed here before it leaves; returns where to, or nothing where it may not be sent. */
  async function closed(fields) {
    const words = form.querySelector("[name$=text]");
    const sent = await secret.enclosed(once.value, file.files[0], words.value, form.action);
    if (sent.error) return wrong(sent.error);
    fields.set(words.name, sent.text);
    if (sent.file && sent.address === form.action) fields.set(file.name, sent.file, "terkunci");
    else fields.delete(file.name);
    return sent.address;
  }

  if (!window.MediaRecorder || !navigator.mediaDevices?.getUserMedia) return;
  const button = part("record");
  const label = button.querySelector("span");
  let recorder;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (recorder?.state === "recording") return recorder.stop();
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return wrong(form.dataset.wordNoMic);
    }
    const pieces = [];
    recorder = new MediaRecorder(stream);
    recorder.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    recorder.addEventListener("stop", () => {
      stream.getTracks().forEach((track) => track.stop());
      label.textContent = form.dataset.wordRecord;
      const kind = recorder.mimeType || "audio/webm";
      const chosen = new DataTransfer();
      chosen.items.add(new File(pieces, `suara.${kind.includes("mp4") ? "m4a" : kind.includes("ogg") ? "ogg" : "webm"}`, { type: kind }));
      file.files = chosen.files;
      part("heard").src = URL.createObjectURL(chosen.files[0]);
      part("heard").hidden = false;
      say(form.dataset.wordRecorded);
    });
    recorder.start();
    label.textContent = form.dataset.wordStop;
    setTimeout(() => recorder.state === "recording" && recorder.stop(), LONGEST);
  });
  addEventListener("pagehide", () => recorder?.state === "recording" && recorder.stop());
}
