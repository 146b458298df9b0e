// Plays talk.js on lines of every quality, without a browser: what it needs of one is faked, what it decides is real.
import { readFile } from "node:fs/promises";

const source = await readFile(process.argv[2], "utf8");
const { Talk } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const NAMES = ["status", "mic", "camera", "blur", "end", "sound", "theirs", "mine", "pictures"];
const line = { lost: 0, blur: "none" };

function part() {
  const marks = new Set();
  const other = { textContent: "a", dataset: { other: "b" } };
  return {
    textContent: "", hidden: false, srcObject: null, focus() {}, addEventListener() {}, play: async () => {},
    querySelector: () => other,
    classList: { contains: (name) => marks.has(name), toggle: (name, on) => (on ? marks.add(name) : marks.delete(name)) },
  };
}

class Track {
  constructor(kind) {
    Object.assign(this, { kind, enabled: true, live: true, applied: [] });
  }
  stop() {
    this.live = false;
  }
  getCapabilities() {
    return { none: {}, can: { backgroundBlur: [true, false] }, refuses: { backgroundBlur: [true] } }[line.blur];
  }
  async applyConstraints(wanted) {
    if (line.blur === "refuses") throw new Error("not now");
    this.applied.push(wanted);
  }
}

class Stream {
  constructor(tracks = []) {
    this.tracks = tracks;
  }
  addTrack(track) {
    this.tracks.push(track);
  }
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter((one) => one.kind === "audio");
  getVideoTracks = () => this.tracks.filter((one) => one.kind === "video");
}

class Connection {
  ways = [];
  localDescription = { toJSON: () => ({}) };
  addTransceiver(what) {
    const kind = what.kind ?? what;
    const sender = { track: what.kind ? what : null, replaceTrack: async (track) => (sender.track = track) };
    this.ways.push({ receiver: { track: { kind } }, sender });
  }
  getTransceivers = () => this.ways;
  createOffer = async () => ({});
  setLocalDescription = async () => {};
  getStats = async () => new Map([["x", { type: "remote-inbound-rtp", fractionLost: line.lost }]]);
  close() {}
}

Object.assign(globalThis, {
  MediaStream: Stream, RTCPeerConnection: Connection, window: { RTCPeerConnection: Connection },
  EventSource: class { addEventListener() {} close() {} },
  document: { getElementById: () => ({ textContent: "{}" }) },
  setInterval: () => 1, clearInterval() {}, setTimeout: () => 1, clearTimeout() {},
});
const getUserMedia = async ({ video }) => new Stream([new Track(video ? "video" : "audio")]);
Object.defineProperty(globalThis, "navigator", { value: { mediaDevices: { getUserMedia } }, configurable: true });

async function talking() {
  const parts = Object.fromEntries(NAMES.map((name) => [name, part()]));
  const words = ["Speaks", "Weak", "Poor", "Failed", "Again", "Joins", "Shaky", "Over"].map((word) => [`word${word}`, word]);
  const dataset = { caller: "1", signal: "/s", end: "/e", stream: "/t?", ...Object.fromEntries(words) };
  const section = { dataset, querySelector: (name) => parts[name.slice(11, -1)] };
  const posts = [], over = [];
  const post = async (address, fields) => (posts.push([address, fields]), { ok: true, status: 200 });
  const talk = new Talk(section, { post, over: (said) => over.push(said) });
  await talk.start();
  talk.pc.connectionState = "connected";
  talk.changed();
  const voice = talk.mine.getAudioTracks()[0];
  const now = () => ({
    says: parts.status.textContent, camera: Boolean(talk.camera_on), voice: voice.live && voice.enabled,
    picture: Boolean(talk.pc.ways[1].sender.track), closed: Boolean(talk.closed), over: [...over],
    blur: { shown: !parts.blur.hidden, on: parts.blur.classList.contains("is-on"), applied: talk.lens?.applied ?? [] },
  });
  const watch = async (lost) => ((line.lost = lost), await talk.watch(), now());
  return { talk, posts, now, watch };
}

async function weak() {
  const { talk, posts, watch } = await talking();
  await talk.camera();
  const found = [];
  for (const lost of [0.5, 0.5, 0.5, 0.5, 0]) found.push(await watch(lost));
  await talk.leaving;
  const told = posts.filter(([, fields]) => fields.kind === "media").map(([, fields]) => JSON.parse(fields.body).camera);
  return { found, told };
}

async function hiccup() {
  const { talk, watch } = await talking();
  await talk.camera();
  const found = [];
  for (const lost of [0.5, 0, 0.5, 0]) found.push(await watch(lost));
  return { found };
}

async function broken() {
  const { talk, posts, now } = await talking();
  const found = [];
  for (let time = 0; time < 3; time += 1) {
    talk.pc.connectionState = "failed";
    talk.changed();
    await new Promise(setImmediate);
    found.push(now());
  }
  return { found, ended: posts.filter(([address]) => address === "/e").map(([, fields]) => fields) };
}

async function blurred(kind) {
  line.blur = kind;
  const { talk, now } = await talking();
  await talk.camera();
  const found = [now()];
  await talk.blur();
  found.push(now());
  await talk.darken();
  found.push(now());
  await talk.camera();
  found.push(now());
  line.blur = "none";
  await talk.darken();
  await talk.camera();
  found.push(now());
  return { found };
}

const all = { weak: await weak(), hiccup: await hiccup(), broken: await broken() };
for (const kind of ["none", "can", "refuses"]) all[`blur_${kind}`] = await blurred(kind);
console.log(JSON.stringify(all));
