"""A line as it is in a village: 400 ms there and back, one piece in twenty is lost, and now and then it breaks.

What TCP sends again a program sees as a stall, and everything behind it waits too. So the line is a proxy on this
machine that holds each piece back for its way, longer where it was lost, and sometimes resets both ends.
"""

import asyncio
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

# Of what a packet carries over a mobile line.
_PIECE = 1400


@dataclass
class Line:
    """`there` in seconds for one way; `lost` of pieces are sent again after `again` seconds, twice as late each time
    (RFC 6298); at `cut` of them the connection breaks."""

    there: float = 0.2
    again: float = 0.6
    lost: float = 0.05
    cut: float = 0.004
    stalls: int = 0
    cuts: int = 0
    pieces: int = 0

    def wait(self, chance: random.Random) -> float:
        """Seconds on the way; several losses of one piece add up."""
        self.pieces += 1
        seconds, again = self.there, self.again
        while chance.random() < self.lost:
            self.stalls += 1
            seconds += again
            again *= 2
        return seconds

    def breaks(self, chance: random.Random) -> bool:
        broken = chance.random() < self.cut
        self.cuts += broken
        return broken


@contextmanager
def slow(port: int, line: Line, seed: int = 7) -> Iterator[int]:
    """The port of a slow line that leads to this one."""
    proxy = _Proxy(port, line, random.Random(seed))  # noqa: S311  a lot, no secret
    thread = threading.Thread(target=lambda: asyncio.run(proxy.serve()), daemon=True)
    thread.start()
    proxy.ready.wait(10)
    try:
        yield proxy.own
    finally:
        proxy.stop()
        thread.join(10)


class _Proxy:
    def __init__(self, port: int, line: Line, chance: random.Random):
        self.port, self.line, self.chance = port, line, chance
        self.own, self.ready = 0, threading.Event()
        self._ends: set[asyncio.StreamWriter] = set()
        self._carried: set[asyncio.Task] = set()

    async def serve(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        self.own = server.sockets[0].getsockname()[1]
        self.ready.set()
        await self._over.wait()
        server.close()
        # Each connection ends by itself once its ends are gone.
        while self._carried:
            for end in list(self._ends):
                end.transport.abort()
            await asyncio.wait(self._carried, timeout=0.1)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._over.set)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        me = asyncio.current_task()
        self._carried.add(me)
        ends = {writer}
        self._ends |= ends
        try:
            # Opening a connection is one way there and back before anything is said.
            await asyncio.sleep(2 * self.line.there)
            there, back = await asyncio.open_connection("127.0.0.1", self.port)
            ends.add(back)
            self._ends |= ends
            ways = [
                asyncio.create_task(_one_way(a, b, self.line, self.chance))
                for a, b in ((reader, back), (there, writer))
            ]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
        except OSError:
            pass
        finally:
            for end in ends:
                end.transport.abort()
            self._ends -= ends
            self._carried.discard(me)


async def _one_way(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, line: Line, chance: random.Random
) -> None:
    """Pieces follow each other without waiting for the one before to arrive, but none overtakes."""
    clock, on_its_way = asyncio.get_running_loop().time, asyncio.Queue()

    async def arrive() -> None:
        while (found := await on_its_way.get()) is not None:
            due, piece = found
            await asyncio.sleep(max(0.0, due - clock()))
            writer.write(piece)
            await writer.drain()

    arriving = asyncio.create_task(arrive())
    last = 0.0
    try:
        while piece := await reader.read(_PIECE):
            if line.breaks(chance):
                return
            last = max(last, clock() + line.wait(chance))
            on_its_way.put_nowait((last, piece))
        on_its_way.put_nowait(None)
        await arriving
    except OSError:
        pass
    finally:
        arriving.cancel()
