// What was written leaves one by one, in its order: the next only when the one before was acknowledged. Over a lost line
// it waits in the memory of this page and is sent again under the same number, so that it arrives once.
const PATIENCE = 12000;
const LONGEST_PAUSE = 15000;

export class Outbox {
  /** `post(fields)` gives the answer or throws; `told` hears of the good ones, `refused(words, text)` of the others. */
  constructor({ address, post, told, refused, closed, lost }) {
    Object.assign(this, { address, post, told, refused, closed, lost });
    this.queue = [];
    this.running = false;
    addEventListener("online", () => this.hurry());
    addEventListener("focus", () => this.hurry());
    addEventListener("beforeunload", (event) => this.warn(event));
  }

  /** What waits is lost with the page. Whoever leaves in a hurry, whose page is blank by now, is held up by nothing. */
  warn(event) {
    if (this.queue.length && !document.body.hidden) event.preventDefault();
  }

  put(key, text) {
    this.queue.push({ key, text });
    this.drain();
  }

  hurry() {
    this.wake?.();
    this.drain();
  }

  async drain() {
    if (this.running) return;
    this.running = true;
    let pause = 1000;
    while (this.queue.length) {
      if (await this.sent(this.queue[0])) {
        this.queue.shift();
        pause = 1000;
        this.lost(false);
      } else {
        this.lost(true);
        await this.rest(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    this.running = false;
  }

  rest(time) {
    return new Promise((done) => {
      this.wake = done;
      setTimeout(done, time);
    });
  }

  /** True when it needs no second try: it arrived, or it was refused and went back to its writer. */
  async sent({ key, text }) {
    let answer;
    let said;
    try {
      answer = await this.post(this.address, { once: key, text }, AbortSignal.timeout?.(PATIENCE));
      said = await answer.json();
    } catch {
      // No line, or an answer that is none of ours; a page that stayed open too long says so itself. Where the room is
      // not the writer's any more, waiting would be for ever.
      if (![403, 404].includes(answer?.status)) return false;
      this.refused("", text, key, answer.status === 404);
      return true;
    }
    if (answer.status === 401) {
      this.closed();
      return false;
    }
    if (answer.status === 422 && said.code !== "flood") this.refused(said.error, text, key);
    else if (!answer.ok) return false;
    this.told(said);
    return true;
  }
}
