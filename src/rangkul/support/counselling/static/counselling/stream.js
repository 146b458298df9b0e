// The room's own stream. It goes on where the page is, whatever became of the line, the server or the network; where no
// stream comes through, the page asks now and then.
const LONGEST_PAUSE = 30000;
export const ASK_EVERY = 8000;
const QUIET = 5000;

export function listen({ address, cursor, said, passing, opened, ask, lost }) {
  let source;
  let pause = 1000;
  let quiet;
  let asking;
  const open = () => {
    const from = new URL(address, location.href);
    from.searchParams.set("setelah", cursor());
    source = new EventSource(from, { withCredentials: true });
    source.addEventListener("open", () => {
      pause = 1000;
      clearTimeout(quiet);
      clearInterval(asking);
      quiet = asking = undefined;
      lost(false);
      opened();
    });
    source.addEventListener("ruang", (event) => said(JSON.parse(event.data)));
    source.addEventListener("sekilas", (event) => passing(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      quiet ??= setTimeout(() => {
        lost(true);
        asking ??= setInterval(ask, ASK_EVERY);
      }, QUIET);
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    });
  };
  open();
  // Another network: the old line may look alive for minutes.
  addEventListener("online", () => {
    source.close();
    open();
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}
