// Letters that only the two sides read: every key is made here, in the browser, by its own cryptography (ADR 0110).
// Keys live in the memory of this page; nothing is kept in the browser. Raise VERSION when a format changes: what was
// sealed before says its version and its parameters itself.
const VERSION = 1;
export const ROUNDS = 600_000;
const STEPS = [256, 512, 1024, 2048, 4096, 8192, 16384];
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const subtle = globalThis.crypto?.subtle;

/** The key does not fit: other words, another room, or bytes that somebody changed. */
export class Unreadable extends Error {}

export const bytes = (text) => new TextEncoder().encode(text);
export const base64 = (raw) => btoa(Array.from(new Uint8Array(raw), (one) => String.fromCharCode(one)).join(""));
export const unbase64 = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
const random = (size) => crypto.getRandomValues(new Uint8Array(size));
const joined = (...parts) => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};

/** Whether this browser can: an old one, or a page that came without HTTPS, cannot. */
export const able = () => Boolean(subtle?.deriveBits && globalThis.TextEncoder && globalThis.BigInt);

async function tried(work) {
  try {
    return await work();
  } catch (error) {
    throw new Unreadable("", { cause: error });
  }
}

/** Words are the same words in capitals, with more blanks between them, and with strokes instead of blanks. */
export const plainWords = (words) => words.normalize("NFKC").toLowerCase().replace(/[\s\-_,.]+/g, " ").trim();

async function fromWords(words, { salt, rounds }) {
  const secret = await subtle.importKey("raw", bytes(plainWords(words)), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: unbase64(salt), iterations: rounds };
  return subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

const sealedBy = (iv, context) => ({ name: "AES-GCM", iv, additionalData: bytes(context) });
const ofRoom = (room, whose) => `rangkul:ruang:${VERSION}|${room}|${whose}`;
const ofWorker = (staff) => `rangkul:petugas:${VERSION}|${staff}`;

async function wrapByWords(format, key, words, context, least) {
  const how = { salt: base64(random(16)), rounds: Math.max(ROUNDS, least || 0) };
  const iv = random(12);
  const wrapped = await subtle.wrapKey(format, key, await fromWords(words, how), sealedBy(iv, context));
  return { v: VERSION, kdf: "PBKDF2-SHA-256", ...how, iv: base64(iv), key: base64(wrapped) };
}

const known = (wrapped) => {
  if (wrapped.v !== VERSION) throw new Unreadable(`version ${wrapped.v}`);
  return wrapped;
};

// --- the room's key
/** A new key of a room. It can be taken out of the browser only as long as it is being wrapped. */
export const newRoomKey = () => subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);

export const wrapForClient = (key, words, room, least) => wrapByWords("raw", key, words, ofRoom(room, "klien"), least);

/** `keep`: to be wrapped again for somebody else; else it can never leave this page. */
export const openAsClient = (wrapped, words, room, keep = false) =>
  tried(async () =>
    subtle.unwrapKey(
      "raw",
      unbase64(known(wrapped).key),
      await fromWords(words, wrapped),
      sealedBy(unbase64(wrapped.iv), ofRoom(room, "klien")),
      "AES-GCM",
      keep,
      ["encrypt", "decrypt"],
    ),
  );

// --- a worker's pair of keys
export const newPair = () => subtle.generateKey(CURVE, true, ["deriveBits"]);
export const publicOf = async (pair) => base64(await subtle.exportKey("raw", pair.publicKey));
export const wrapPrivate = (pair, words, staff, least) => wrapByWords("pkcs8", pair.privateKey, words, ofWorker(staff), least);
export const openPrivate = (wrapped, words, staff, keep = false) =>
  tried(async () =>
    subtle.unwrapKey(
      "pkcs8",
      unbase64(known(wrapped).key),
      await fromWords(words, wrapped),
      sealedBy(unbase64(wrapped.iv), ofWorker(staff)),
      CURVE,
      keep,
      ["deriveBits"],
    ),
  );

async function agreed(privateKey, publicKey, salt, info) {
  const shared = await subtle.deriveBits({ name: "ECDH", public: publicKey }, privateKey, 256);
  const secret = await subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: bytes(info) };
  return subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}
const readPublic = (raw) => subtle.importKey("raw", raw, CURVE, true, []);

/** For the worker who holds `keyId`: an ephemeral pair agrees with their public key, so that only they can open it. */
export async function wrapForWorker(key, publicKey, keyId, room) {
  const raw = unbase64(publicKey);
  const once = await newPair();
  const mine = new Uint8Array(await subtle.exportKey("raw", once.publicKey));
  const context = ofRoom(room, keyId);
  const by = await agreed(once.privateKey, await readPublic(raw), joined(mine, raw), context);
  const iv = random(12);
  const wrapped = await subtle.wrapKey("raw", key, by, sealedBy(iv, context));
  return { v: VERSION, kem: "ECDH-P256-HKDF-SHA-256", eph: base64(mine), iv: base64(iv), key: base64(wrapped) };
}

export const openAsWorker = (wrapped, privateKey, publicKey, keyId, room, keep = false) =>
  tried(async () => {
    const mine = unbase64(known(wrapped).eph);
    const context = ofRoom(room, keyId);
    const by = await agreed(privateKey, await readPublic(mine), joined(mine, unbase64(publicKey)), context);
    return subtle.unwrapKey("raw", unbase64(wrapped.key), by, sealedBy(unbase64(wrapped.iv), context), "AES-GCM", keep, ["encrypt", "decrypt"]);
  });

/** Thirty digits in groups of five, short enough to be read aloud on the telephone. */
export async function fingerprint(publicKey) {
  const digest = new Uint8Array(await subtle.digest("SHA-256", unbase64(publicKey)));
  const groups = Array.from({ length: 6 }, (_one, at) => {
    const number = digest.slice(at * 5, at * 5 + 5).reduce((sum, one) => sum * 256n + BigInt(one), 0n);
    return String(number % 100_000n).padStart(5, "0");
  });
  return groups.join(" ");
}

// --- files
export const FILE_STEP = 64 * 1024;
/** As with a letter, and never taken for one. */
export const filePlace = (where) => place(where).replace("rangkul:surat:", "rangkul:berkas:");

/** Name and kind lie inside; the length tells which step it belongs to, and no more. */
export async function sealFile(key, { name, type, data }, context) {
  const head = bytes(JSON.stringify({ name, type }));
  const whole = new Uint8Array(Math.ceil((8 + head.length + data.length) / FILE_STEP) * FILE_STEP);
  const sizes = new DataView(whole.buffer);
  sizes.setUint32(0, head.length);
  sizes.setUint32(4, data.length);
  whole.set(head, 8);
  whole.set(data, 8 + head.length);
  const iv = random(12);
  return new Blob([Uint8Array.of(VERSION), iv, await subtle.encrypt(sealedBy(iv, context), key, whole)]);
}

export const openFile = (key, raw, context) =>
  tried(async () => {
    const [version] = raw;
    if (version !== VERSION) throw new Unreadable(`version ${version}`);
    const whole = new Uint8Array(await subtle.decrypt(sealedBy(raw.subarray(1, 13), context), key, raw.subarray(13)));
    const sizes = new DataView(whole.buffer);
    const [head, size] = [sizes.getUint32(0), sizes.getUint32(4)];
    if (8 + head + size > whole.length) throw new Unreadable("length");
    const { name, type } = JSON.parse(new TextDecoder().decode(whole.subarray(8, 8 + head)));
    return { name: String(name), type: String(type), data: whole.subarray(8 + head, 8 + head + size) };
  });

// --- letters
/** Who says it, in which room, under which number: a sealed letter opens nowhere else. */
export const place = ({ room, once, seat, client }) => `rangkul:surat:${VERSION}|${room}|${once}|${seat}|${client ? "klien" : "petugas"}`;

/** The length tells which step it belongs to, and no more. */
function padded(text) {
  const words = bytes(text);
  const step = STEPS.find((size) => words.length + 4 <= size);
  if (!step) throw new RangeError("too long");
  const whole = new Uint8Array(step);
  new DataView(whole.buffer).setUint32(0, words.length);
  whole.set(words, 4);
  return whole;
}
function unpadded(whole) {
  const size = new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  if (size > whole.length - 4) throw new Unreadable("length");
  return new TextDecoder("utf-8", { fatal: true }).decode(whole.subarray(4, 4 + size));
}

export async function sealText(key, text, context) {
  const iv = random(12);
  const sealed = await subtle.encrypt(sealedBy(iv, context), key, padded(text));
  return `${VERSION}.${base64(iv)}.${base64(sealed)}`;
}

export const openText = (key, sealed, context) =>
  tried(async () => {
    const [version, iv, body] = sealed.split(".");
    if (Number(version) !== VERSION) throw new Unreadable(`version ${version}`);
    return unpadded(new Uint8Array(await subtle.decrypt(sealedBy(unbase64(iv), context), key, unbase64(body))));
  });

/** The code word is compared here, because the server cannot read what is sent: only its trace lies on the page. */
export async function traceOf(word, room) {
  const bare = [...word.toLowerCase()].filter((one) => /[\p{L}\p{N}]/u.test(one)).join("");
  return bare && base64(await subtle.digest("SHA-256", bytes(`rangkul:kata:${VERSION}|${room}|${bare}`)));
}
