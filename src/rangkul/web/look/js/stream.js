// One stream for all tabs of a browser: a server lets it keep only six lines open, and every tab would take one. The tab
// that holds the lock listens and tells the others. Where locks are missing (a plain address in the house's own
// network) each tab listens for itself, but only while somebody looks at it.
import { word } from "./say.js";

const QUIET = 5000;
const LONGEST_PAUSE = 60000;
// So long a page may be on its way before its script listens.
const RECENT = 10000;

function lineState(lost) {
  let sign = document.querySelector(".line-state");
  if (!lost) sign?.remove();
  else if (!sign) {
    sign = document.createElement("div");
    sign.className = "line-state";
    sign.setAttribute("role", "status");
    sign.textContent = word("lost");
    document.body.append(sign);
  }
}

/** Opens the stream and keeps it open until the returned function is called. */
function open(address, { tell, gap, line }) {
  let source;
  let again;
  let quiet;
  let pause = 1000;
  let broken = false;
  const connect = () => {
    source = new EventSource(address, { withCredentials: true });
    source.addEventListener("open", () => {
      pause = 1000;
      clearTimeout(quiet);
      quiet = undefined;
      line(false);
      if (broken) gap();
      broken = false;
    });
    source.addEventListener("rangkul", (event) => tell(JSON.parse(event.data)));
    // A passing notice has a name and no kind: whatever asks for that name is looked at.
    source.addEventListener("sekilas", (event) => tell({ ...JSON.parse(event.data), kind: "-" }));
    source.addEventListener("error", () => {
      // A stream that ends and comes back at once is no news for anybody.
      quiet ??= setTimeout(() => line((broken = true)), QUIET);
      if (source.readyState !== EventSource.CLOSED) return;
      broken = true;
      again = setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  };
  connect();
  return () => {
    clearTimeout(again);
    clearTimeout(quiet);
    source.close();
  };
}

function together(address, { tell, missed }) {
  const others = new BroadcastChannel("rangkul");
  const me = Math.random().toString(36).slice(2);
  const recent = [];
  let leads = false;
  const does = {
    tell,
    gap: missed,
    line: lineState,
    // A tab that has just been opened asks what came while its page was on its way.
    hello: (who) => leads && others.postMessage(["recent", [who, recent.filter(([at]) => Date.now() - at < RECENT)]]),
    recent: ([who, events]) => who === me && events.forEach(([, event]) => tell(event)),
  };
  others.addEventListener("message", ({ data: [what, value] }) => does[what]?.(value));
  const everywhere = (what) => (value) => {
    others.postMessage([what, value]);
    does[what](value);
  };
  const told = (event) => {
    recent.push([Date.now(), event]);
    recent.splice(0, recent.length - 50);
    everywhere("tell")(event);
  };
  const lead = () =>
    new Promise((done) => {
      leads = true;
      const close = open(address, { tell: told, gap: everywhere("gap"), line: everywhere("line") });
      addEventListener("pagehide", () => done(close()), { once: true });
    });
  const follow = () => {
    others.postMessage(["hello", me]);
    return navigator.locks.request("rangkul-stream", () => {
      // Whoever takes over from a closed tab does not know what that one heard last.
      everywhere("gap")();
      return lead();
    });
  };
  navigator.locks.request("rangkul-stream", { ifAvailable: true }, (lock) => lock && lead()).then(() => leads || follow());
}

function alone(address, { tell, missed }) {
  let close = open(address, { tell, gap: missed, line: lineState });
  document.addEventListener("visibilitychange", () => {
    close();
    if (document.hidden) return;
    close = open(address, { tell, gap: missed, line: lineState });
    missed();
  });
  addEventListener("pagehide", () => close(), { once: true });
}

export function listen(address, listener) {
  const shared = navigator.locks && window.BroadcastChannel;
  (shared ? together : alone)(address, listener);
}
