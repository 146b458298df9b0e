// A room that lives: what others say appears, what one says leaves in order, nothing is kept in the browser.
import { encloses } from "./enclose.js";
import { Lines } from "./lines.js";
import { Outbox } from "./outbox.js";
import { prepared } from "./prepared.js";
import { sealed } from "./sealed-room.js";
import { ASK_EVERY, listen } from "./stream.js";

const TYPING_EVERY = 3000;
const TYPING_LASTS = 5000;
const DRAFT_AFTER = 1500;
const MARK_AFTER = 400;
const STAY_EVERY = 4 * 60 * 1000;
const WAIT_EVERY = 20 * 1000;

const newKey = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

function room(root) {
  const { dataset } = root;
  const token = root.querySelector("[name=csrfmiddlewaretoken]").value;
  const part = (name) => root.querySelector(`[data-room-${name}]`);
  const names = JSON.parse(document.getElementById("nama-di-ruang").textContent);
  const across = new Set(dataset.across?.split(" ").filter(Boolean));
  const lanes = {};
  let delivered = Number(dataset.delivered);
  let read = Number(dataset.read);
  let marked = "";
  let unseen = 0;

  const cursor = () => `${lanes.room.known}-${lanes.aside?.known ?? 0}`;
  const post = (address, fields, signal) =>
    fetch(address, {
      method: "POST",
      headers: { "X-Rangkul-Room": "1", "X-CSRFToken": token },
      body: new URLSearchParams({ ...fields, setelah: cursor() }),
      signal,
    });
  const quietly = (address, fields) => post(address, fields).catch(() => null);

  const secret = sealed(root, post);

  async function ask() {
    const answer = await fetch(`${dataset.news}?setelah=${cursor()}`, { headers: { "X-Rangkul-Room": "1" } }).catch(() => null);
    if (answer?.ok) (await answer.json()).messages.forEach(said);
  }

  function told(answer) {
    if (answer.away) leave(answer.away);
    answer.messages?.forEach(said);
  }
  // Blank at once, as by the quick exit.
  function leave(address) {
    document.body.hidden = true;
    location.replace(address);
  }

  function said(message) {
    // The next meeting begins while the last one is still read here.
    if (message.meeting && message.meeting !== dataset.meeting) return refreshState();
    if (secret) secret.opened(message).then(shown);
    else shown(message);
  }
  function shown(message) {
    if (message.seat) names[message.seat] = message.who;
    const lane = lanes[message.lane];
    if (!lane?.add(message)) return;
    if (message.shareable) secret.dress(document.getElementById(`p-${message.id}`));
    // On a worker's page also the clock stands there.
    if (message.line || dataset.counts !== undefined) refreshState();
    if (message.line) document.dispatchEvent(new CustomEvent("rangkul:room-line"));
    if (message.lane === "aside" && !message.mine) lane.list.closest("details")?.setAttribute("open", "");
    if (!message.mine && !message.line) {
      typing.hidden = true;
      unseen += document.hidden ? 1 : 0;
      titled();
    }
    receipt();
    soonMark();
  }

  // --- how far everybody has come
  let marking;
  function soonMark() {
    clearTimeout(marking);
    marking = setTimeout(() => mark(false), MARK_AFTER);
  }
  function mark(again) {
    const now = `${lanes.room.known} ${document.hidden ? "" : lanes.room.known}`;
    if (!dataset.mark || (now === marked && !again)) return;
    marked = now;
    quietly(dataset.mark, { sampai: lanes.room.known, dibaca: document.hidden ? 0 : lanes.room.known });
  }
  function receipt() {
    const sign = part("receipt");
    const mine = Number(lanes.room.lastMine()?.dataset.number ?? 0);
    if (!sign) return;
    sign.hidden = !mine;
    sign.textContent = read >= mine ? dataset.wordRead : delivered >= mine ? dataset.wordDelivered : dataset.wordSent;
  }
  function titled() {
    if (dataset.counts === undefined) return;
    document.title = (unseen ? `(${unseen}) ` : "") + document.title.replace(/^\(\d+\) /, "");
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unseen = 0;
    titled();
    mark(false);
  });

  // --- who types
  const typing = part("typing");
  let typed;
  function passing({ name, detail }) {
    if (name === "room.keyed") {
      refreshState();
      return;
    }
    const [seat, ...numbers] = detail.split(":");
    // Out of a group: the page says so, and shows nothing of it any more.
    if (name === "group.removed" && seat === dataset.seat) return location.reload();
    if (name === "room.changed") return refreshState();
    if (name === "group.read") return document.dispatchEvent(new CustomEvent("rangkul:room-read"));
    if (seat === dataset.seat) return;
    if (name === "room.typing") {
      typing.textContent = dataset.wordTyping.replace("{who}", names[seat] || dataset.wordSomebody);
      typing.hidden = false;
      clearTimeout(typed);
      typed = setTimeout(() => (typing.hidden = true), TYPING_LASTS);
    } else if (name === "room.marked" && (!across.size || across.has(seat))) {
      delivered = Math.max(delivered, Number(numbers[0]));
      read = Math.max(read, Number(numbers[1]));
      receipt();
    }
  }

  // --- what stands above the conversation
  let refreshing;
  function refreshState() {
    clearTimeout(refreshing);
    refreshing = setTimeout(async () => {
      const answer = await fetch(dataset.state, { headers: { "X-Rangkul-Room": "1" } }).catch(() => null);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-room-state]");
      if (!fresh) return;
      const before = part("state").dataset.lives === "1";
      part("state").replaceWith(document.importNode(fresh, true));
      const lives = part("state").dataset.lives === "1";
      // The page was drawn while nobody could write; there is no form to show again.
      if (lives && !before && !root.querySelector('[data-room-form="room"]')) location.reload();
      root.querySelectorAll("[data-room-form]").forEach((form) => (form.hidden = !lives || Boolean(secret?.locked(form))));
      part("over")?.toggleAttribute("hidden", part("state").dataset.over !== "1");
      secret?.keysChanged();
    }, 100);
  }
  setInterval(() => part("state").dataset.waits === "1" && !document.hidden && refreshState(), WAIT_EVERY);

  // --- the line
  const line = part("line");
  const lostBy = { stream: false, sending: false };
  const lost = (what) => (on) => {
    lostBy[what] = on;
    line.hidden = !Object.values(lostBy).some(Boolean);
  };

  function writes(form, laneName) {
    const field = form.querySelector("textarea");
    const error = form.querySelector("[data-room-error]");
    // What else was chosen when it was sent, for instance to whom.
    const chosen = new Map();
    const more = () => Object.fromEntries([...form.querySelectorAll("[data-room-more]")].map((one) => [one.name, one.value]));
    const outbox = new Outbox({
      address: form.action,
      post: async (address, { once, text }, signal) => {
        const sent = secret && laneName === "room" ? await secret.envelope(once, text, address) : { address, text };
        return post(sent.address, { ...chosen.get(once), [named(form, "once")]: once, [named(form, "text")]: sent.text }, signal);
      },
      told: (answer) => {
        told(answer);
        part("closed").hidden = true;
      },
      refused: (words, text, key, gone) => {
        lanes[laneName].waiting(key)?.remove();
        // Back to the writer, before whatever was typed meanwhile.
        field.value = [text, field.value].filter(Boolean).join("\n");
        error.textContent = words || (gone ? dataset.wordNotYours : dataset.wordStale);
        error.hidden = false;
      },
      closed: () => (part("closed").hidden = false),
      lost: lost("sending"),
    });
    let drafting;
    let keeping;
    const keep = async () => {
      const text = secret && laneName === "room" ? await secret.draft(field.value) : field.value;
      return quietly(dataset.draft, { text, jalur: laneName });
    };
    let signedAt = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (!text) return;
      error.hidden = true;
      clearTimeout(drafting);
      const key = newKey();
      lanes[laneName].unsent(key, text);
      field.value = "";
      grow(field);
      chosen.set(key, more());
      outbox.put(key, text);
      // A draft on its way could arrive behind the message and stand there as if it were unsent.
      keeping?.then(keep);
      keeping = undefined;
      field.focus();
    });
    field.addEventListener("input", () => {
      grow(field);
      clearTimeout(drafting);
      // Nobody writes here yet.
      if (!dataset.draft) return;
      drafting = setTimeout(() => (keeping = keep()), DRAFT_AFTER);
      // In a group one sign is enough for all who write at once.
      const signed = dataset.oneTyping !== undefined && !typing.hidden;
      if (laneName === "room" && field.value.trim() && !signed && Date.now() - signedAt > TYPING_EVERY) {
        signedAt = Date.now();
        quietly(dataset.typing, {});
      }
    });
    field.addEventListener("keydown", (event) => {
      const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing && matchMedia("(pointer: fine)").matches;
      if (!sends) return;
      event.preventDefault();
      form.requestSubmit();
    });
    grow(field);
    return field;
  }

  root.addEventListener("submit", (event) => {
    if (!event.target.matches(".said-take")) return;
    event.preventDefault();
    post(event.target.action, {})
      // What is refused, for instance after the end, is no broken line.
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then((answer) => answer.messages?.forEach(said))
      .catch(() => lost("sending")(true));
  });

  for (const list of root.querySelectorAll("[data-room-list]")) {
    const name = list.dataset.roomList;
    lanes[name] = new Lines(root, list, name, ask);
  }
  for (const form of root.querySelectorAll("[data-room-form]")) {
    const field = writes(form, form.dataset.roomForm);
    const answers = document.getElementById("jawaban-siap");
    if (answers && form.dataset.roomForm === "room") prepared(field, JSON.parse(answers.textContent), dataset.wordPrepared);
  }
  encloses(root, {
    post: (address, fields) => fetch(address, { method: "POST", headers: { "X-Rangkul-Room": "1", "X-CSRFToken": token }, body: fields }),
    told,
    cursor,
    fresh: newKey,
    secret,
  });
  receipt();
  lanes.room.toEnd();
  soonMark();
  if (dataset.stays !== undefined) setInterval(() => mark(true), STAY_EVERY);
  if (dataset.stream && window.EventSource) {
    let first = true;
    const opened = () => {
      if (!first) refreshState();
      first = false;
    };
    listen({ address: dataset.stream, cursor, said, passing, opened, ask, lost: lost("stream") });
  } else if (dataset.asks !== undefined) setInterval(ask, ASK_EVERY);
}

const named = (form, name) => [...form.elements].find((one) => one.name.split("-").at(-1) === name).name;

function grow(field) {
  field.rows = Math.min(8, Math.max(2, field.value.split("\n").length));
}

document.querySelectorAll("[data-rangkul-room]").forEach(room);
