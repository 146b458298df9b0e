// A room whose letters only the two sides read. Until the reader has written their words everything stands there locked;
// the key then lives in the memory of this page and goes with it.
import { withWords } from "./locking.js";
import * as files from "./sealed-files.js";
import * as sealing from "./sealing.js";

const LONGEST_SHARED = 3900;
const DRAFT = "draf";

/** Null for a room that the server reads. */
export function sealed(root, post) {
  const panel = root.querySelector("[data-sealed]");
  return panel && new SealedRoom(root, panel, post);
}

class SealedRoom {
  constructor(root, panel, post) {
    Object.assign(this, { root, panel, post, key: null, chain: Promise.resolve(), seen: new Map() });
    this.facts = JSON.parse(document.getElementById("kunci-ruang").textContent);
    this.words = panel.dataset;
    if (!sealing.able()) {
      this.part("unable").hidden = false;
      this.part("unlock")?.remove();
      return;
    }
    this.part("unlock")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.unlock(event.target);
    });
    this.rewraps(this.part("rewrap"));
    this.part("transcript")?.addEventListener("submit", (event) => this.transcript(event));
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-sealed-file]");
      if (button) this.openFile(button);
    });
    for (const form of root.querySelectorAll("[data-sealed-pass]")) form.addEventListener("submit", (event) => this.pass(event));
  }

  part(name) {
    return this.panel.querySelector(`[data-sealed-${name}]`);
  }

  // --- the key
  async unlock(form) {
    const field = form.querySelector("input");
    const error = form.querySelector("[data-sealed-error]");
    error.hidden = true;
    try {
      this.again = await this.opener(field.value);
      this.key = await this.again(false);
    } catch (problem) {
      if (!(problem instanceof sealing.Unreadable)) throw problem;
      error.textContent = this.words.wordWrong;
      error.hidden = false;
      field.focus();
      return;
    }
    field.value = "";
    form.hidden = true;
    this.part("opened").hidden = false;
    // What asked for the key has it now.
    this.root.querySelectorAll("[data-sealed-pass] [data-sealed-error], [data-sealed-transcript] [data-sealed-error]").forEach((one) => (one.hidden = true));
    await this.openAll();
    // What came while the key was being made is drawn locked.
    await this.chain;
    await this.openAll();
    await this.openDraft();
    this.root.querySelectorAll('[data-room-form="room"]').forEach((one) => (one.hidden = this.root.querySelector("[data-room-state]").dataset.lives !== "1"));
    this.root.querySelector("[data-room-enclose]")?.removeAttribute("hidden");
    this.root.querySelector('[data-room-form="room"] textarea')?.focus();
    await this.keysChanged();
  }

  /** `again(keep)` opens the room's key once more; kept ones can be wrapped for somebody else. */
  async opener(words) {
    const { client, wrapped, room, pair, staff } = this.facts;
    if (client) return (keep) => sealing.openAsClient(wrapped, words, room, keep);
    const own = await sealing.openPrivate(pair.wrapped, words, staff);
    return (keep) => sealing.openAsWorker(wrapped, own, pair.public, pair.id, room, keep);
  }

  locked(form) {
    return form.dataset.roomForm === "room" && !this.key;
  }

  // --- what is said
  place(once, seat = this.facts.seat, client = this.facts.client) {
    return sealing.place({ room: this.facts.room, once, seat, client });
  }

  /** What leaves instead of the plain words, and where to: the code word closes the room and is never sent. */
  async envelope(once, text, address) {
    const { trace, room, hush } = this.facts;
    if (trace && (await sealing.traceOf(text, room)) === trace) return { address: hush, text: "" };
    return { address, text: await sealing.sealText(this.key, text, this.place(once)) };
  }

  draft(text) {
    return text.trim() && this.key ? sealing.sealText(this.key, text, this.place(DRAFT)) : Promise.resolve("");
  }

  /** What leaves instead of a chosen file; `error` in words where it is none that may be sent. */
  async enclosed(once, file, words, address) {
    const found = await files.looked(file, this.words.wordFile);
    if (found.error) return { error: found.error === "large" ? this.words.wordLarge : this.words.wordKind };
    const letter = await this.envelope(once, words.trim() || found.name, address);
    const where = { room: this.facts.room, once, seat: this.facts.seat, client: this.facts.client };
    return { ...letter, file: await sealing.sealFile(this.key, found, sealing.filePlace(where)) };
  }

  async openFile(button) {
    const [item, place] = [button.closest("li"), button.closest(".said-file")];
    const note = place.querySelector("[data-sealed-note]");
    const { once, seat } = item.dataset;
    if (!this.key) {
      note.textContent = this.words.wordUnlock;
      return this.part("unlock")?.querySelector("input").focus();
    }
    button.disabled = true;
    note.textContent = this.words.wordOpening;
    try {
      const answer = await fetch(button.dataset.sealedFile);
      if (!answer.ok) throw new TypeError(`status ${answer.status}`);
      const raw = new Uint8Array(await answer.arrayBuffer());
      const context = sealing.filePlace({ room: this.facts.room, once, seat, client: seat === this.clientSeat() });
      const good = await files.show(place, this.key, raw, context, this.words.wordFile);
      note.textContent = good ? "" : this.words.wordStrange;
      button.hidden = true;
    } catch (problem) {
      button.disabled = false;
      note.textContent = problem instanceof sealing.Unreadable ? this.words.wordUnreadable : this.words.wordFetch;
    }
  }

  async openDraft() {
    const field = this.root.querySelector('[data-room-form="room"] textarea');
    if (!this.facts.draft || !field || field.value) return;
    field.value = await sealing.openText(this.key, this.facts.draft, this.place(DRAFT)).catch(() => "");
    field.dispatchEvent(new Event("input"));
  }

  /** The words of one letter, or a sentence that says why there are none. A number that comes twice is no second letter. */
  async read({ text, once, seat, client, number }) {
    const first = this.seen.get(`${seat}:${once}`) ?? number;
    if (first !== number) return { text: this.words.wordRepeated, bad: true };
    this.seen.set(`${seat}:${once}`, number);
    return sealing.openText(this.key, text, this.place(once, seat, client)).then(
      (words) => ({ text: words, bad: false }),
      () => ({ text: this.words.wordUnreadable, bad: true }),
    );
  }

  /** A message as the page shows it, in the order in which they came. */
  opened(message) {
    this.chain = this.chain.then(async () => {
      if (!message.cipher) return message;
      if (!this.key) return { ...message, text: this.words.wordLocked, sealed: message.text };
      const { text, bad } = await this.read(message);
      return { ...message, text, shareable: !bad };
    });
    return this.chain;
  }

  async openAll() {
    for (const item of this.root.querySelectorAll("li[data-sealed]")) {
      const { sealed, once, seat, number } = item.dataset;
      const { text, bad } = await this.read({ text: sealed, once, seat, number: Number(number), client: seat === this.clientSeat() });
      item.querySelector(".said-words").textContent = text;
      delete item.dataset.sealed;
      if (!bad) this.dress(item);
    }
  }

  clientSeat() {
    return this.facts.client ? this.facts.seat : this.root.dataset.across;
  }

  /** On a worker's page what the client wrote can be copied beside the room, by hand alone. */
  dress(item) {
    if (!item || this.facts.client || item.dataset.seat !== this.clientSeat()) return;
    const form = this.root.querySelector('[data-room-form="aside"]');
    if (!form) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn btn-link btn-sm said-share", textContent: this.words.wordShare });
    button.addEventListener("click", () => {
      const field = form.querySelector("textarea");
      const meanwhile = field.value;
      field.value = `${this.words.wordShared} “${item.querySelector(".said-words").textContent.slice(0, LONGEST_SHARED)}”`;
      form.requestSubmit();
      field.value = meanwhile;
      button.remove();
    });
    item.append(button);
  }

  // --- keys of others
  /** As they were told last: they come with what stands above the conversation. */
  holders() {
    return JSON.parse(document.getElementById("pemegang-kunci").textContent);
  }

  /** Somebody came, went or has another key. */
  async keysChanged() {
    if (!this.key) {
      this.comeIn();
      return;
    }
    const seated = this.holders().filter((one) => one.seated);
    const prints = await Promise.all(seated.map((one) => sealing.fingerprint(one.public)));
    this.part("prints").replaceChildren(
      ...seated.flatMap(({ name }, place) => {
        const [term, digits] = [document.createElement("dt"), document.createElement("dd")];
        term.textContent = name;
        digits.className = "sealed-print";
        digits.textContent = prints[place];
        return [term, digits];
      }),
    );
    this.offerKeys();
  }

  /** Somebody has given the room's key to whoever looks at this page and could not read. */
  comeIn() {
    const given = this.holders().some((one) => one.given && one.staff === this.facts.staff);
    const writes = [...this.root.querySelectorAll("textarea")].some((field) => field.value);
    if (given && !this.facts.wrapped && !writes) location.reload();
  }

  /** Whoever sits there with a new pair cannot read; the holder of the key decides whether they get it. */
  offerKeys() {
    const place = this.part("new");
    place.replaceChildren();
    for (const holder of this.holders().filter(({ seated, given, staff }) => seated && !given && staff !== this.facts.staff)) {
      const words = document.createElement("p");
      words.textContent = this.words.wordNew.replace("{who}", holder.name);
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "btn btn-secondary btn-sm", textContent: this.words.wordGive.replace("{who}", holder.name) });
      button.addEventListener("click", async () => {
        button.disabled = true;
        const kunci = JSON.stringify(await this.wrapFor(holder));
        await this.post(this.facts.give, { untuk: holder.id, kunci });
        location.reload();
      });
      place.append(words, button);
    }
  }

  async wrapFor({ id, public: theirs }) {
    return sealing.wrapForWorker(await this.again(true), theirs, id, this.facts.room);
  }

  /** Handing over and calling in: the colleague gets the key with the same press. */
  async pass(event) {
    const form = event.target;
    const chosen = form.querySelector("select").value;
    const holder = this.holders().find(({ staff }) => staff === chosen);
    if (!holder || holder.given) return;
    event.preventDefault();
    const error = form.querySelector("[data-sealed-error]");
    error.hidden = Boolean(this.key);
    error.textContent = this.words.wordUnlock;
    if (!this.key) return;
    form.elements.wrapped.value = JSON.stringify(await this.wrapFor(holder));
    form.submit();
  }

  /** The client's words, changed: written twice, because nobody opens what a slip of the thumb has closed. */
  rewraps(form) {
    if (!form) return;
    const part = (name) => form.querySelector(`[data-key-${name}]`);
    const sentences = { wordShort: this.words.wordShort, wordDiffers: this.words.wordDiffers };
    const asked = withWords(form, { words: part("words"), again: part("again"), other: part("other"), error: part("error"), sentences });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const words = asked.chosen();
      if (!words) return;
      const { room, floor } = this.facts;
      form.elements.punyaku.value = JSON.stringify(await sealing.wrapForClient(await this.again(true), words, room, floor));
      form.submit();
    });
  }

  /** Everything that was said, in the open, because the client wants it in the file. */
  async transcript(event) {
    event.preventDefault();
    const form = event.target;
    const error = form.querySelector("[data-sealed-error]");
    error.hidden = Boolean(this.key);
    error.textContent = this.words.wordUnlock;
    if (!this.key) return;
    const lines = [];
    for (let after = 0; ; ) {
      const answer = await fetch(`${this.root.dataset.news}?setelah=${after}-999999999`, { headers: { "X-Rangkul-Room": "1" } });
      const { messages } = await answer.json();
      if (!messages.length) break;
      for (const one of messages) {
        after = one.number;
        if (!one.cipher || one.withdrawn) continue;
        const words = await sealing.openText(this.key, one.text, this.place(one.once, one.seat, one.client)).catch(() => this.words.wordUnreadable);
        lines.push(`${one.who}, ${one.clock}: ${words}`);
      }
    }
    form.elements.text.value = lines.join("\n");
    form.submit();
  }
}
