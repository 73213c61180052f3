"""Names by the million: a line out for each line in, in their order, within the memory of a few blocks.

Blocks of whole lines go from the input to the parser and come back as lines to print. What arrives slowly, as from a
terminal, is answered as it arrives. Once there is much of it every core gets blocks.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from threading import Thread
from typing import NamedTuple, Protocol

import msgspec

from radarr.app.parsed_document import ParsedDocument, parsed_document
from radarr.ports.errors import PortError

BLOCK = 1 << 17
"""Bytes that are read at once."""
LONGEST_LINE = 1 << 20
"""Bytes of a line that are kept: no name is as long, and a stream without line ends must not fill the memory."""
_ALONE = 8 * BLOCK
"""Bytes that one process reads before others are worth their start: a few thousand names, a quarter of a second."""
_TRICKLE = BLOCK // 8
"""A block as small says that there is no more for now: whoever writes may wait for our answer."""
_AHEAD = 3  # blocks in work for each process, so that none waits for the slowest
_LINE_ENDS = tuple((end.encode(), f"\\u{ord(end):04x}".encode()) for end in "\x85\u2028\u2029")

Work = Callable[[bytes], bytes]


class Stream(Protocol):
    """Bytes as they arrive."""

    def read1(self, size: int, /) -> bytes:
        """What is there, at most `size` bytes; waits for the first of them. Empty at the end."""


class Form(NamedTuple):
    """How names are read and told: as `folder`s, as `json`."""

    folder: bool
    json: bool


def blocks(stream: Stream) -> Iterator[bytes]:
    """Whole lines, as many as have arrived; the last may lack its end. Of a line too long the middle is lost."""
    rest = b""
    while read := stream.read1(BLOCK):
        lines, end, behind = read.rpartition(b"\n")
        if end:
            yield rest + lines + end
            rest = behind
        else:
            rest = (rest + read)[:LONGEST_LINE]
    if rest:
        yield rest


def answers(form: Form, parts: Iterator[bytes], cores: int) -> Generator[bytes, None, None]:
    """The lines to print for each block, in order; by several processes where there are cores and blocks for them."""
    work = partial(answer, form)
    read = 0
    for part in parts:
        yield work(part)
        read += len(part)
        if cores > 1 and read >= _ALONE:
            break
    yield from _by_processes(work, parts, cores)


def answer(form: Form, block: bytes) -> bytes:
    """A line for each line of a block. What is no UTF-8 becomes replacement characters."""
    lines = block.removesuffix(b"\n").split(b"\n")
    return told(form, (line.decode("utf-8", "replace").rstrip("\r") for line in lines))


def told(form: Form, names: Iterable[str]) -> bytes:
    """A line for each name."""
    documents = (parsed_document(name, folder=form.folder) for name in names)
    if not form.json:
        return "".join(f"{summary(document)}\n" for document in documents).encode()
    encoder = msgspec.json.Encoder()
    lines = bytearray()
    for document in documents:
        encoder.encode_into(document, lines, -1)
        lines += b"\n"
    return _one_line_each(bytes(lines))


def summary(document: ParsedDocument) -> str:
    """Title, year, quality, edition, group and languages between tabs; "-" for what is not told."""
    languages = ",".join(document.languages or ())
    told = (document.title, document.year, document.quality, document.edition, document.group, languages)
    return "\t".join(_visible(str(value or "-")) for value in told)


def _visible(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _one_line_each(lines: bytes) -> bytes:
    """Some readers end a line at Unicode's line ends as well, which JSON may hold as they are."""
    for end, escaped in _LINE_ENDS:
        if end in lines:
            lines = lines.replace(end, escaped)
    return lines


def _by_processes(work: Work, parts: Iterator[bytes], cores: int) -> Iterator[bytes]:
    first = next(parts, None)
    if first is None:  # nothing more
        return
    pool = ProcessPoolExecutor(cores, initializer=_start)
    try:
        yield from _in_order(pool, work, first, parts, cores * _AHEAD)
    except BrokenProcessPool as error:
        raise PortError(
            "the system ended a process that reads names", remedy="give it more memory, or fewer names at a time"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, work: Work, first: bytes, parts: Iterator[bytes], ahead: int
) -> Iterator[bytes]:
    waiting = deque([_first(pool, work, first)])
    for part in parts:
        waiting.append(pool.submit(work, part))
        most = ahead if len(part) > _TRICKLE else 0
        while len(waiting) > most or (waiting and waiting[0].done()):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _first(pool: ProcessPoolExecutor, work: Work, part: bytes) -> Future[bytes]:
    """It starts the processes, and they never hear of a Ctrl-C: that is their parent's to answer."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, part)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start() -> None:
    """Without a parent there is nothing to do."""
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
