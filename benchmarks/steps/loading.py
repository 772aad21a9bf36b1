"""Loads a site with requests for a while: by wrk where it is installed, else by a generator of ours of one thread a
connection; either is a process of its own.
"""

import http.client
import json
import random
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

CONNECTIONS = 16
HEADERS = {"Accept-Language": "ar", "Accept-Encoding": "gzip"}
SCRIPT = """
local cookies = {{}}
for line in io.lines("{cookies}") do cookies[#cookies + 1] = line end
math.randomseed(7)
request = function()
  return wrk.format("GET", nil, {{["Cookie"] = cookies[math.random(#cookies)], ["Accept-Language"] = "ar",
                                  ["Accept-Encoding"] = "gzip"}})
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format('\\n{{"pages": %d, "seconds": %f, "errors": %d, "p50": %f, "p95": %f}}\\n', summary.requests,
    summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3))
end
"""


def load(address: str, cookies: Path, seconds: int) -> dict[str, Any]:
    """Pages, seconds, errors, milliseconds for 50 and 95 of 100, and by which generator."""
    if shutil.which("wrk"):
        script = cookies.with_suffix(".lua")
        script.write_text(SCRIPT.format(cookies=cookies), encoding="utf-8")
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s", "-s", str(script), address]
        return _said(command) | {"by": "wrk"}
    command = [sys.executable, "-m", "benchmarks.steps.loading", address, str(cookies), str(seconds)]
    return _said(command) | {"by": "threads"}


def _said(command: list[str]) -> dict[str, Any]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said


def _visit(address: str, cookies: list[str], until: float, took: list[float], errors: list[int]) -> None:
    host, _, path = address.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host)
    while time.monotonic() < until:
        begun = time.monotonic()
        connection.request("GET", f"/{path}", headers=HEADERS | {"Cookie": random.choice(cookies)})
        answer = connection.getresponse()
        answer.read()
        took.append(time.monotonic() - begun)
        if answer.status >= http.client.MULTIPLE_CHOICES:
            errors.append(answer.status)


def main(address: str, cookies: Path, seconds: int) -> None:
    known, took, errors = cookies.read_text("utf-8").split("\n"), [], []
    until = time.monotonic() + seconds
    given = (address, [line for line in known if line], until, took, errors)
    threads = [threading.Thread(target=_visit, args=given) for _ in range(CONNECTIONS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    took.sort()
    p50, p95 = (1_000 * took[len(took) * part // 100] for part in (50, 95))
    said = {"pages": len(took), "seconds": seconds, "errors": len(errors), "p50": p50, "p95": p95}
    print(json.dumps(said))  # noqa: T201 -- read by whoever started it


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
