// One lane of the conversation on the page: each message once, by its number, the unsent ones at the end.
export class Lines {
  constructor(root, list, lane, missed) {
    Object.assign(this, { root, list, lane, missed });
    this.template = root.querySelector("template[data-room-message]");
    // A picture that arrives later makes the list longer.
    list.addEventListener("load", () => this.isAtEnd() && this.toEnd(), true);
    this.known = Number(list.lastElementChild?.dataset.number ?? list.dataset.known ?? 0);
  }

  /** What the server tells. What is known already is no news; before a gap is filled nothing behind it is shown. */
  add(message) {
    if (message.lane !== this.lane || message.number <= this.known) return false;
    if (message.number > this.known + 1) {
      this.missed();
      return false;
    }
    this.known = message.number;
    const atEnd = this.isAtEnd();
    this.waiting(message.key)?.remove();
    this.list.insertBefore(this.drawn(message), this.list.querySelector(".is-unsent"));
    if (message.about) this.withdraw(message.about);
    if (atEnd || message.mine) this.toEnd();
    return true;
  }

  drawn({ id, number, seat, who, mine, client, at, clock, text, line, key, sealed, once, file, takes, signs = [] }) {
    const item = this.template.content.firstElementChild.cloneNode(true);
    item.id = `p-${id}`;
    Object.assign(item.dataset, { number, seat });
    if (key) item.dataset.key = key;
    if (sealed) item.dataset.sealed = sealed;
    if (once) item.dataset.once = once;
    item.classList.toggle("said-line", Boolean(line));
    item.classList.toggle("said-mine", mine && !line);
    item.classList.toggle("said-client", client && !mine && !line);
    item.querySelector("b").textContent = who;
    item.querySelector("time").textContent = clock;
    item.querySelector("time").dateTime = at;
    const words = item.querySelector(".said-words");
    words.textContent = line ? `${line} ` : text || this.root.dataset.wordGone;
    if (file && text === file.name) words.textContent = "";
    shown(item, file);
    if (line) words.append(item.querySelector("time"));
    item.classList.toggle("said-gone", !line && !text);
    if (signs.length) item.querySelector(".said-signs span").textContent = signs.join(", ");
    else item.querySelector(".said-signs").remove();
    const take = item.querySelector("form");
    if ((mine || takes) && !line && text && take) take.action = take.dataset.action.replace("00000000-0000-0000-0000-000000000000", id);
    else take?.remove();
    if (line) item.querySelector(".said-head").remove();
    return item;
  }

  /** Mine, not acknowledged yet. */
  unsent(key, text) {
    const item = this.drawn({ id: key, number: "", seat: "", who: this.root.dataset.wordMe, mine: true, at: "", clock: this.root.dataset.wordUnsent, text });
    item.classList.add("is-unsent");
    item.dataset.key = key;
    item.querySelector("form")?.remove();
    this.list.append(item);
    this.toEnd();
  }

  waiting(key) {
    return key ? this.list.querySelector(`.is-unsent[data-key="${CSS.escape(key)}"]`) : null;
  }

  withdraw(id) {
    const item = document.getElementById(`p-${id}`);
    if (!item) return;
    item.classList.add("said-gone");
    item.querySelector(".said-words").textContent = this.root.dataset.wordGone;
    item.querySelectorAll("form, .said-file, .said-signs, .said-share").forEach((part) => part.remove());
    delete item.dataset.sealed;
  }

  lastMine() {
    return [...this.list.querySelectorAll(".said-mine:not(.is-unsent)")].at(-1);
  }

  toEnd() {
    if (this.list.dataset.scrolls !== undefined) this.list.scrollTop = this.list.scrollHeight;
    // Its margin below leaves room for the form that stands over the end of the page.
    else this.list.lastElementChild?.scrollIntoView({ block: "nearest" });
  }

  /** Whoever reads further up is not carried away by what others say. */
  isAtEnd() {
    if (this.list.dataset.scrolls !== undefined) return this.list.scrollHeight - this.list.scrollTop < this.list.clientHeight * 1.5;
    return this.list.getBoundingClientRect().bottom < innerHeight * 1.25;
  }
}

/** What was sent with a message: a picture, a sound to be played, else a link. */
function shown(item, file) {
  const place = item.querySelector(".said-file");
  if (!file) return place.remove();
  const sealed = place.querySelector("[data-sealed-file]");
  place.querySelector("[data-file-size]").textContent = file.size;
  if (sealed && file.sealed) return (sealed.dataset.sealedFile = file.url);
  const [picture, sound, link] = [place.querySelector("[data-file-shown]"), place.querySelector("audio"), place.querySelector("[data-file-link]")];
  if (file.shows === "picture") {
    picture.hidden = false;
    picture.href = file.url;
    picture.querySelector("img").src = file.url;
    picture.querySelector("img").alt = file.name;
  } else picture.remove();
  if (file.shows === "sound") {
    sound.hidden = false;
    sound.src = file.url;
    sound.setAttribute("aria-label", file.name);
  } else sound.remove();
  link.href = file.url;
  link.querySelector("span").textContent = file.name;
}
