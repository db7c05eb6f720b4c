"""``python -m rig --port P --log FILE``: the rig as a process of its own, driven by HTTP under /rig/."""

from __future__ import annotations

import argparse
import asyncio
import signal
from pathlib import Path

from .server import Rig


async def serve(options: argparse.Namespace) -> None:
    rig = Rig(
        options.token, port=options.port, log=options.log, keep_calls=options.keep_calls,
        keep_messages=options.keep_messages,
    )  # fmt: skip
    rig.validated, rig.latency = options.validated, options.latency
    ended = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, ended.set)
    async with rig:
        print(rig.url, flush=True)
        await ended.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="rig", description="A Telegram Bot API server on loopback, for tests.")
    parser.add_argument("--port", type=int, default=0, help="default: a free one; the URL is printed")
    parser.add_argument("--log", type=Path, help="each event as a line of JSON")
    parser.add_argument("--token", default="123456:TEST")
    parser.add_argument("--validated", type=float, default=1.0, help="share of calls checked (1: all)")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds that each call takes")
    parser.add_argument("--keep-calls", type=int, help="how many calls stay in memory")
    parser.add_argument("--keep-messages", type=int, help="how many messages each chat keeps")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
