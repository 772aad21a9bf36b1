"""Verifies a bundle of the record by itself: `python verify.py BUNDLE`. Python's standard library only.

What is held against what: the file's last bytes against the rest of it; each file against the manifest; every place
against its text; every row against its digest; every digest, by its path, against the root of the act that wrote it;
every act against its digest, and each against the act before it.
"""

import base64
import hashlib
import json
import sys
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORM, SEAL = "sanad record bundle 1", b"sha256:"
MANIFEST, OF_IT = "manifest.json", "manifest.sha256"
ROWS, PLACES, ACTS, HEAD = "rows.jsonl", "places.jsonl", "acts.jsonl", "head.json"
GRAPH, TEXTS = "statements.jsonld", "texts/"
STATEMENT, SPAN, LAYER = "record_statement", "record_span", "record_textlayer"
KEPT = {STATEMENT: ("content_id",), SPAN: ("layer_id", "start", "end"), LAYER: ("sha256",)}
AROUND, CHUNK = 32, 1 << 20
MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError)
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class Finding:
    """Something that does not fit: what (`code`), in which file, in which row, in which field of it."""

    code: str
    file: str
    row: str = ""
    field: str = ""


@dataclass
class Bundle:
    """What has been read so far; `counted` says how much was held against something."""

    archive: zipfile.ZipFile
    manifest: Mapping[str, Any] = field(default_factory=dict)
    rows: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    text: tuple[str, str] = ("", "")
    acts: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    counted: dict[str, int] = field(default_factory=dict)

    def count(self, what: str) -> None:
        self.counted[what] = self.counted.get(what, 0) + 1


def verify_bundle(path: Path) -> tuple[list[Finding], Mapping[str, int]]:
    """Everything that does not fit, and how much was looked at. Raises OSError where the file cannot be read."""
    findings = list(_seal(path))
    try:
        with zipfile.ZipFile(path) as archive:
            bundle = Bundle(archive)
            findings += _inside(bundle)
            return findings, bundle.counted
    except (*UNREADABLE, *MALFORMED):
        return [*findings, Finding("not_a_bundle", path.name)], {}


def seal_of(path: Path) -> bytes:
    """What the last bytes must be: the digest of all bytes before them."""
    digest, left = hashlib.sha256(), path.stat().st_size - len(SEAL) - 64
    with path.open("rb") as stream:
        while left > 0 and (chunk := stream.read(min(CHUNK, left))):
            digest.update(chunk)
            left -= len(chunk)
    return SEAL + digest.hexdigest().encode()


def _seal(path: Path) -> Iterator[Finding]:
    expected = seal_of(path)
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - len(expected)))
        if stream.read() != expected:
            yield Finding("bundle_changed", path.name)


def _inside(bundle: Bundle) -> Iterator[Finding]:
    yield from _manifest(bundle)
    if bundle.manifest:
        yield from _files(bundle)
        yield from _acts(bundle)
        yield from _rows(bundle)
        yield from _places(bundle)
        yield from _statements(bundle)


def _manifest(bundle: Bundle) -> Iterator[Finding]:
    try:
        raw = bundle.archive.read(MANIFEST)
        told = json.loads(raw)
        if told["form"] != FORM or not {"files", "rows", "head"} <= set(told):
            yield Finding("not_a_bundle", MANIFEST, field="form")
            return
        if manifest_bytes(told) != raw:
            yield Finding("file_changed", MANIFEST)
        if OF_IT in bundle.archive.namelist() and _digest_of(bundle, MANIFEST).encode() != bundle.archive.read(OF_IT):
            yield from (Finding("file_changed", name) for name in (MANIFEST, OF_IT))
        bundle.manifest = told
    except (KeyError, TypeError, *UNREADABLE):
        yield Finding("not_a_bundle", MANIFEST)


def manifest_bytes(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def _files(bundle: Bundle) -> Iterator[Finding]:
    there = [name for name in bundle.archive.namelist() if name != MANIFEST]
    listed = bundle.manifest["files"]
    known = {*listed, OF_IT}
    yield from (Finding("file_missing", name) for name in sorted(known - set(there)))
    yield from (Finding("file_not_listed", name) for name in there if name not in known or there.count(name) > 1)
    for name in sorted(set(listed) & set(there)):
        bundle.count("files")
        if _digest_of(bundle, name) != listed[name]:
            yield Finding("file_changed", name)


def _digest_of(bundle: Bundle, name: str) -> str:
    """Empty where it cannot be unpacked."""
    try:
        with bundle.archive.open(name) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    except UNREADABLE:
        return ""


def _each(bundle: Bundle, name: str, check: Callable[[Bundle, Any], Iterator[Finding]]) -> Iterator[Finding]:
    """What the check finds in each line of the file; the lines around a graph are no values of it."""
    if name not in bundle.archive.namelist():
        return
    try:
        with bundle.archive.open(name) as stream:
            for number, raw in enumerate(stream, start=1):
                if raw.startswith((b'{"@context"', b"]}")) or not raw.strip():
                    continue
                try:
                    yield from check(bundle, json.loads(raw.rstrip(b"\r\n,")))
                except MALFORMED:
                    yield Finding("line_broken", name, f"line {number}")
    except UNREADABLE:
        yield Finding("file_changed", name)


def _acts(bundle: Bundle) -> Iterator[Finding]:
    """Each act fits the one before it; manifest, head and its note name the same."""
    yield from _each(bundle, ACTS, _act)
    for number, act in bundle.acts.items():
        if number - 1 in bundle.acts and bundle.acts[number - 1]["digest"] != act["before"]:
            yield Finding("chain_broken", ACTS, f"act {number}", "before")
    yield from _each(bundle, HEAD, _head)


def _act(bundle: Bundle, act: Any) -> Iterator[Finding]:
    number, digest, head = act["number"], act["digest"], bundle.manifest["head"]
    bundle.count("acts")
    bundle.acts[number] = {"digest": digest, "before": act["before"], "root": act["content"]["root"]}
    if line_digest({**act["content"], "number": number, "before": act["before"]}) != digest:
        yield Finding("act_changed", ACTS, f"act {number}", "digest")
    if number > head["length"] or (number == head["length"] and digest != head["digest"]):
        yield Finding("other_head", ACTS, f"act {number}", "digest")


def _head(bundle: Bundle, told: Any) -> Iterator[Finding]:
    head = bundle.manifest["head"]
    note = [str(head["length"]), base64.b64encode(bytes.fromhex(head["digest"])).decode()]
    if {name: told[name] for name in head} != head:
        yield Finding("other_head", HEAD, field="digest")
    elif told["note"] and told["note"].split("\n")[1:3] != note:
        yield Finding("other_head", HEAD, field="note")


def line_digest(told: Mapping[str, Any]) -> str:
    """SHA-256 over one line of JSON: keys in their order, no spaces, letters as they are."""
    return _sha256(json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _rows(bundle: Bundle) -> Iterator[Finding]:
    """Each row fits its digest, and its digest the root of its act; those that the manifest lists are all there."""
    yield from _each(bundle, ROWS, _row)
    runs = [(table, run.split("-")) for table, runs in bundle.manifest["rows"].items() for run in runs.split()]
    listed = {f"{table}:{row}" for table, run in runs for row in range(int(run[0]), int(run[-1]) + 1)}
    yield from (Finding("row_missing", ROWS, key) for key in sorted(listed - set(bundle.rows)))
    yield from (Finding("row_not_listed", ROWS, key) for key in sorted(set(bundle.rows) - listed))


def _row(bundle: Bundle, row: Any) -> Iterator[Finding]:
    """Without values, or without an act, it says why."""
    key, values, digest, act = f"{row['table']}:{row['row']}", row["values"], row["digest"], row["act"]
    bundle.count("rows without a proof" if act is None else "rows")
    if key in bundle.rows:
        yield Finding("row_not_listed", ROWS, key)
    bundle.rows[key] = {name: values[name] for name in KEPT.get(row["table"], ())}
    if (values is None or act is None) != bool(row["why"]):
        yield Finding("row_changed", ROWS, key, "why")
    if values is not None and line_digest({**values, "table": row["table"], "row": row["row"]}) != digest:
        yield Finding("row_changed", ROWS, key, "digest")
    if act is not None and act not in bundle.acts:
        yield Finding("act_missing", ACTS, f"act {act}")
    elif act is not None and climbed(f"{key}:{digest}".encode(), row["path"]) != bundle.acts[act]["root"]:
        yield Finding("not_in_its_act", ROWS, key, "path")


def climbed(leaf: bytes, path: list[str]) -> str:
    """The root above a leaf (RFC 6962): each step says on which side the other hash stands."""
    found = hashlib.sha256(b"\x00" + leaf).digest()
    for step in path:
        side, _, other = step.partition(":")
        pair = bytes.fromhex(other) + found if side == "left" else found + bytes.fromhex(other)
        found = hashlib.sha256(b"\x01" + pair).digest()
    return found.hex()


def _places(bundle: Bundle) -> Iterator[Finding]:
    """Each place stands in its text with these words, and its row says the same."""
    yield from _each(bundle, PLACES, _place)
    spans = (key for key in bundle.rows if key.startswith(f"{SPAN}:"))
    yield from (Finding("place_missing", PLACES, key) for key in spans if key not in bundle.words)


def _place(bundle: Bundle, told: Any) -> Iterator[Finding]:
    key, start, end, exact = f"{SPAN}:{told['row']}", told["start"], told["end"], told["exact"]
    bundle.words[key] = _sha256(exact)
    row = bundle.rows.get(key, {})
    layer = bundle.rows.get(f"{LAYER}:{row.get('layer_id')}", {})
    if (row.get("start"), row.get("end"), layer.get("sha256")) != (start, end, told["layer"]):
        yield Finding("place_differs", PLACES, key, "start, end, layer")
    if f"{TEXTS}{told['layer']}.txt" not in bundle.manifest["files"]:
        bundle.count("places without their texts")
        if len(exact) != end - start:
            yield Finding("words_moved", PLACES, key, "exact")
        return
    bundle.count("places in their texts")
    text = yield from _text(bundle, told["layer"])
    stands = {"exact": text[start:end], "prefix": text[max(0, start - AROUND) : start], "suffix": text[end:][:AROUND]}
    for name, words in stands.items():
        if told[name] != words and (name == "exact" or told[name]):
            yield Finding("words_moved", PLACES, key, name)


def _text(bundle: Bundle, sha256: str) -> Generator[Finding, None, str]:
    """The last text that was asked for is kept."""
    name = f"{TEXTS}{sha256}.txt"
    if bundle.text[0] != name:
        try:
            text = bundle.archive.read(name).decode()
        except (KeyError, *UNREADABLE):
            text = ""
        if _sha256(text) != sha256:
            yield Finding("text_changed", name)
        bundle.text = (name, text)
    return bundle.text[1]


def _statements(bundle: Bundle) -> Iterator[Finding]:
    """Each statement of the JSON-LD has its row, and the words of its place."""
    yield from _each(bundle, GRAPH, _node)
    rows = (key for key in bundle.rows if key.startswith(f"{STATEMENT}:"))
    yield from (Finding("statement_missing", GRAPH, key) for key in rows if key not in bundle.told)


def _node(bundle: Bundle, node: Any) -> Iterator[Finding]:
    key = str(node.get("row"))
    if not key.startswith(f"{STATEMENT}:"):
        return
    bundle.told.add(key)
    if key not in bundle.rows:
        yield Finding("row_missing", ROWS, key)
    elif bundle.words.get(f"{SPAN}:{bundle.rows[key]['content_id']}") != _sha256(str(node.get("text"))):
        yield Finding("words_differ", GRAPH, key, "text")


def main(path: str) -> int:
    try:
        findings, counted = verify_bundle(Path(path))
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    lines = [" ".join(filter(None, (one.code, one.file, one.row, one.field))) for one in findings]
    told = ", ".join(f"{what}: {count}" for what, count in counted.items())
    sys.stdout.write("\n".join([*lines, f"{'does not fit' if findings else 'all fits'} ({told})\n"]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else "python verify.py BUNDLE")
