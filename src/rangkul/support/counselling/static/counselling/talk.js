// Two browsers speak with each other. The caller alone makes offers, both tracks are agreed on at once and only filled
// later, so switching the camera on needs no new agreement. The camera is off until its owner turns it on.
const RINGS = 60000;
const WATCH_EVERY = 3000;
const LOST_SHARE = 0.15;
const PATIENCE = 8000;
const TRIES = 2;
const SMALL = { width: { ideal: 480 }, height: { ideal: 360 }, frameRate: { max: 15 } };

export class Talk {
  constructor(section, { post, over }) {
    Object.assign(this, { section, post, over });
    this.words = section.dataset;
    this.caller = section.dataset.caller === "1";
    this.part = (name) => section.querySelector(`[data-call-${name}]`);
    this.candidates = [];
    this.early = [];
    this.done = new Set();
    this.tries = 0;
    this.weak = 0;
    this.turn = Promise.resolve();
  }

  say(words) {
    this.part("status").textContent = words;
  }

  async start() {
    for (const [name, verb] of Object.entries({ mic: "mute", camera: "camera", blur: "blur", end: "hangUp" })) {
      this.part(name).addEventListener("click", () => this[verb]());
    }
    this.part("mic").focus({ preventScroll: true });
    try {
      if (!navigator.mediaDevices || !window.RTCPeerConnection) throw new Error("no way to speak");
      this.mine = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    } catch {
      this.finish(this.words.wordNoMic, true);
      return;
    }
    if (this.closed) return this.release();
    this.connect();
    this.listen();
    if (this.caller) this.ringing = setTimeout(() => this.finish(this.words.wordMissed), RINGS);
  }

  connect() {
    const way = JSON.parse(document.getElementById("jalan-bicara").textContent);
    this.pc = new RTCPeerConnection(way);
    this.theirs = new MediaStream();
    this.pc.ontrack = ({ track }) => {
      this.theirs.addTrack(track);
      const player = this.part(track.kind === "audio" ? "sound" : "theirs");
      player.srcObject = new MediaStream([track]);
      player.play().catch(() => {});
    };
    this.pc.onicecandidate = ({ candidate }) => candidate && this.candidate(candidate.toJSON());
    this.pc.onconnectionstatechange = () => this.changed();
    if (this.caller) {
      this.pc.addTransceiver(this.mine.getAudioTracks()[0], { direction: "sendrecv" });
      this.pc.addTransceiver("video", { direction: "sendrecv" });
    }
  }

  // --- what the other browser says, one thing after another
  listen() {
    this.source = new EventSource(`${this.words.stream}&setelah=0`, { withCredentials: true });
    this.source.addEventListener("panggilan", (event) => {
      const said = JSON.parse(event.data);
      this.turn = this.turn.then(() => this.heard(said)).catch(() => {});
    });
  }

  async heard({ kind, number, body }) {
    if (this.closed) return;
    if (kind === "over") return this.finish(this.words.wordOver, false, true);
    if (kind === "answered") {
      clearTimeout(this.ringing);
      if (this.caller && !this.offered) await this.offer();
      return;
    }
    // After a lost line the stream may tell again what was known.
    if (this.done.has(number)) return;
    this.done.add(number);
    const said = JSON.parse(body);
    if (kind === "offer") await this.answer(said);
    else if (kind === "answer") {
      await this.pc.setRemoteDescription(said);
      await this.takeEarly();
    } else if (kind === "ice") {
      for (const one of said.candidates) await this.take(one);
    } else if (kind === "media") this.pictures({ theirs: said.camera });
  }

  async offer(again = false) {
    this.offered = true;
    this.say(again ? this.words.wordAgain : this.words.wordJoins);
    await this.pc.setLocalDescription(await this.pc.createOffer({ iceRestart: again }));
    await this.send("offer", this.pc.localDescription.toJSON());
  }

  async answer(said) {
    await this.pc.setRemoteDescription(said);
    for (const way of this.pc.getTransceivers()) {
      way.direction = "sendrecv";
      if (way.receiver.track.kind === "audio" && !way.sender.track) await way.sender.replaceTrack(this.mine.getAudioTracks()[0]);
    }
    await this.pc.setLocalDescription(await this.pc.createAnswer());
    await this.send("answer", this.pc.localDescription.toJSON());
    await this.takeEarly();
  }

  async take(one) {
    if (this.pc.remoteDescription) await this.pc.addIceCandidate(one).catch(() => {});
    else this.early.push(one);
  }

  async takeEarly() {
    for (const one of this.early.splice(0)) await this.take(one);
  }

  // --- what this browser says; addresses are gathered for a moment and sent together
  candidate(one) {
    this.candidates.push(one);
    this.sending ??= setTimeout(() => {
      this.sending = undefined;
      this.send("ice", { candidates: this.candidates.splice(0) });
    }, 80);
  }

  send(kind, body) {
    const fields = { kind, body: JSON.stringify(body) };
    // In the order in which it was said, and once more where the line broke.
    this.leaving = (this.leaving ?? Promise.resolve()).then(async () => {
      for (let pause = 500; !this.closed && pause < 9000; pause *= 2) {
        const answer = await this.post(this.words.signal, fields).catch(() => null);
        if (answer && answer.status < 500) return;
        await new Promise((next) => setTimeout(next, pause));
      }
    });
    return this.leaving;
  }

  // --- how the line is
  changed() {
    const state = this.pc.connectionState;
    clearTimeout(this.waiting);
    if (state === "connected") {
      this.tries = 0;
      this.say(this.words.wordSpeaks);
      this.watching ??= setInterval(() => this.watch(), WATCH_EVERY);
      if (this.camera_on) this.tellCamera();
    } else if (state === "disconnected") {
      this.say(this.words.wordShaky);
      this.waiting = setTimeout(() => this.mend(), PATIENCE);
    } else if (state === "failed") this.mend();
  }

  /** First again by another way, then without hope: the room is still there to write in. */
  mend() {
    this.tries += 1;
    if (this.tries > TRIES) this.finish(this.words.wordFailed, true);
    else if (this.caller) this.offer(true).catch(() => {});
    else this.waiting = setTimeout(() => this.pc.connectionState !== "connected" && this.mend(), 2 * PATIENCE);
  }

  /** A weak line carries the voice first; where that breaks too, one is told to write beside it. */
  async watch() {
    const found = [...(await this.pc.getStats()).values()].filter((one) => one.type === "remote-inbound-rtp");
    const lost = Math.max(0, ...found.map((one) => one.fractionLost ?? 0));
    this.weak = lost > LOST_SHARE ? this.weak + 1 : 0;
    if (!this.weak && this.poor) this.say(this.words.wordSpeaks);
    this.poor &&= this.weak > 0;
    if (this.weak < 2) return;
    this.weak = 0;
    if (this.camera_on) {
      await this.darken();
      this.say(this.words.wordWeak);
      return;
    }
    this.poor = true;
    this.say(this.words.wordPoor);
  }

  // --- what its owner presses; each button says what it would do now
  turned(name, on) {
    const button = this.part(name);
    if (button.classList.contains("is-on") === on) return;
    button.classList.toggle("is-on", on);
    const words = button.querySelector("[data-other]");
    [words.textContent, words.dataset.other] = [words.dataset.other, words.textContent];
  }

  mute() {
    const track = this.mine?.getAudioTracks()[0];
    if (!track) return;
    track.enabled = !track.enabled;
    this.turned("mic", !track.enabled);
  }

  async camera() {
    if (this.camera_on) return this.darken();
    const way = this.pc?.getTransceivers().find((one) => one.receiver.track.kind === "video");
    if (!way) return;
    try {
      const seen = await navigator.mediaDevices.getUserMedia({ video: SMALL });
      [this.lens] = seen.getVideoTracks();
    } catch {
      this.say(this.words.wordNoCamera);
      return;
    }
    await this.offerBlur();
    await way.sender.replaceTrack(this.lens);
    this.camera_on = true;
    this.part("mine").srcObject = new MediaStream([this.lens]);
    this.tellCamera();
  }

  async darken() {
    this.camera_on = false;
    const way = this.pc.getTransceivers().find((one) => one.receiver.track.kind === "video");
    await way?.sender.replaceTrack(null);
    this.lens?.stop();
    this.part("mine").srcObject = null;
    this.part("blur").hidden = true;
    this.tellCamera();
  }

  /** Only where this camera can; who had it blurred before is never shown without it first. */
  async offerBlur() {
    const can = Boolean(this.lens.getCapabilities?.().backgroundBlur?.includes(true));
    this.part("blur").hidden = !can;
    if (!this.part("blur").classList.contains("is-on")) return;
    const kept = can && (await this.lens.applyConstraints({ backgroundBlur: true }).then(() => true).catch(() => false));
    this.turned("blur", kept);
  }

  async blur() {
    const on = !this.part("blur").classList.contains("is-on");
    await this.lens.applyConstraints({ backgroundBlur: on }).then(() => this.turned("blur", on)).catch(() => {});
  }

  tellCamera() {
    this.turned("camera", this.camera_on);
    this.pictures({ mine: this.camera_on });
    this.send("media", { camera: this.camera_on });
  }

  pictures({ mine, theirs }) {
    if (mine !== undefined) this.part("mine").hidden = !mine;
    if (theirs !== undefined) this.part("theirs").hidden = !theirs;
    this.part("pictures").hidden = this.part("mine").hidden && this.part("theirs").hidden;
  }

  // --- the end
  hangUp() {
    this.finish(this.words.wordOver);
  }

  finish(words, failed = false, theyDid = false) {
    if (this.closed) return;
    this.release();
    const told = theyDid ? Promise.resolve() : this.post(this.words.end, { putus: failed ? "1" : "" }).catch(() => null);
    told.then(() => this.over(words));
  }

  /** The page goes: the other side hears so even if nobody waits for the answer. */
  leave() {
    if (this.closed) return;
    this.release();
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    navigator.sendBeacon(this.words.end, new URLSearchParams({ csrfmiddlewaretoken: token }));
  }

  release() {
    this.closed = true;
    [this.ringing, this.waiting, this.sending].forEach(clearTimeout);
    clearInterval(this.watching);
    this.source?.close();
    this.pc?.close();
    this.mine?.getTracks().forEach((track) => track.stop());
    this.lens?.stop();
  }
}
