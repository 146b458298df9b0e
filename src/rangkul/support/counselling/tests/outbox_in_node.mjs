// Plays outbox.js without a browser: what the server answers is given, what becomes of the words is real.
import { readFile } from "node:fs/promises";

const heard = {};
globalThis.addEventListener = (name, listener) => { heard[name] = listener; };
globalThis.document = { body: { hidden: false } };
const source = await readFile(process.argv[2], "utf8");
const { Outbox } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const html = async () => { throw new Error("no JSON"); };
const ANSWERS = { handed_on: { status: 404, json: html }, too_old: { status: 403, json: html }, no_line: null };

const found = {};
for (const [name, answer] of Object.entries(ANSWERS)) {
  const told = (found[name] = { back: [], lost: [], posts: 0 });
  const outbox = new Outbox({
    address: "/", closed() {}, told() {},
    post: async () => { told.posts += 1; if (!answer) throw new Error("no line"); return answer; },
    refused: (words, text, key, gone) => told.back.push([text, Boolean(gone)]),
    lost: (on) => told.lost.push(on),
  });
  outbox.rest = () => new Promise(() => {});
  outbox.put("k", "Saya di sini.");
  await new Promise((done) => setImmediate(done));
  await new Promise((done) => setImmediate(done));
  const warns = (hidden) => {
    let warned = false;
    document.body.hidden = hidden;
    heard.beforeunload({ preventDefault: () => { warned = true; } });
    return warned;
  };
  told.warns = { closing: warns(false), in_a_hurry: warns(true) };
}
process.stdout.write(JSON.stringify(found));
