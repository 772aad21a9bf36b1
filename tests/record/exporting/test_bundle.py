"""A bundle fits; whatever is changed in it, or taken out of it, is found and named."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.audit.merkle import merkle_levels, merkle_path, merkle_root
from sanad.record.exporting.bundle import runs, seal
from sanad.record.exporting.verifying import (
    FORM,
    MANIFEST,
    OF_IT,
    SEAL,
    climbed,
    line_digest,
    manifest_bytes,
    verify_bundle,
)
from tests.record.exporting.shown import exported, small_record

Files = dict[str, bytes]
IN_LINES = ("rows.jsonl", "places.jsonl", "acts.jsonl", "statements.jsonld")
HEAVY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def bundle(db: None, tmp_path: Path) -> Path:
    small_record()
    return exported(tmp_path).bundle


def files_of(bundle: Path) -> Files:
    with ZipFile(bundle) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, out: Path, *, is_told: bool) -> Path:
    """As somebody would who knows how a bundle is made; `is_told`: the manifest names the new files as well."""
    if is_told:
        with ZipFile(out.with_name("bundle.zip")) as archive:
            manifest = json.loads(archive.read("manifest.json"))
        digests = {name: _sha256(content) for name, content in files.items() if name not in (MANIFEST, OF_IT)}
        told = manifest_bytes({**manifest, "files": digests})
        files = {**files, MANIFEST: told, OF_IT: _sha256(told).encode()}
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        archive.comment = SEAL + b"0" * 64
    seal(out)
    return out


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def found(path: Path) -> set[tuple[str, str, str]]:
    return {(one.code, one.file, one.row) for one in verify_bundle(path)[0]}


def test_all_fits_and_everything_was_looked_at(bundle):
    findings, counted = verify_bundle(bundle)

    assert findings == []
    assert counted["places in their texts"] == 2
    assert counted["rows"] > 8
    assert "rows without a proof" not in counted


def test_it_is_verified_by_the_program_inside_alone(bundle, tmp_path):
    program = tmp_path / "verify.py"
    program.write_bytes(files_of(bundle)["verify.py"])

    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(program), str(bundle)], capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("all fits")


@HEAVY
@given(data=st.data())
def test_any_changed_byte_of_the_bundle_is_found(bundle, data):
    content = bytearray(bundle.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    changed = bundle.with_name("changed.zip")
    changed.write_bytes(content)

    assert verify_bundle(changed)[0]


@HEAVY
@given(data=st.data())
def test_any_changed_byte_of_a_file_is_found_and_the_file_is_named(bundle, data):
    files = files_of(bundle)
    name = data.draw(st.sampled_from(sorted(files)))
    content = bytearray(files[name])
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))

    told = found(packed({**files, name: bytes(content)}, bundle.with_name("changed.zip"), is_told=False))

    assert {code for code, file, _ in told if file == name} & {"file_changed", "not_a_bundle"}


def test_what_the_manifest_says_beside_its_list_is_held_as_well(bundle):
    files = files_of(bundle)
    told = json.loads(files[MANIFEST])
    other = manifest_bytes({**told, "made_up": not told.get("made_up")})

    changed = packed({**files, MANIFEST: other}, bundle.with_name("changed.zip"), is_told=False)

    assert ("file_changed", MANIFEST, "") in found(changed)


@HEAVY
@given(data=st.data())
def test_a_removed_file_is_found_and_named(bundle, data):
    files = files_of(bundle)
    name = data.draw(st.sampled_from(sorted(files)))
    left = {one: content for one, content in files.items() if one != name}

    told = found(packed(left, bundle.with_name("changed.zip"), is_told=False))

    assert {code for code, file, _ in told if file == name} & {"file_missing", "not_a_bundle"}


@HEAVY
@given(data=st.data())
def test_a_removed_row_is_named_even_where_the_manifest_is_made_anew(bundle, data):
    files = files_of(bundle)
    name = data.draw(st.sampled_from(IN_LINES))
    lines = files[name].splitlines(keepends=True)
    rows = [number for number, line in enumerate(lines) if name != "statements.jsonld" or b"record_statement:" in line]
    gone = data.draw(st.sampled_from(rows))
    told = json.loads(lines[gone].rstrip(b",\n"))

    left = b"".join(line for number, line in enumerate(lines) if number != gone)
    findings = found(packed({**files, name: left}, bundle.with_name("changed.zip"), is_told=True))

    named = {
        "rows.jsonl": f"{told.get('table')}:{told.get('row')}",
        "places.jsonl": f"record_span:{told.get('row')}",
        "acts.jsonl": f"act {told.get('number')}",
        "statements.jsonld": told.get("row"),
    }
    assert named[name] in {row for _, _, row in findings}


@HEAVY
@given(data=st.data())
def test_a_changed_value_is_named_even_where_the_manifest_is_made_anew(bundle, data):
    files = files_of(bundle)
    name = data.draw(st.sampled_from(["rows.jsonl", "acts.jsonl"]))
    lines = [json.loads(line) for line in files[name].splitlines()]
    line = data.draw(st.sampled_from(lines))
    inside = line["values" if name == "rows.jsonl" else "content"]
    field = data.draw(st.sampled_from(sorted(inside)))
    inside[field] = data.draw(st.sampled_from(["another", 7, None]).filter(lambda value: value != inside[field]))
    row = f"{line['table']}:{line['row']}" if name == "rows.jsonl" else f"act {line['number']}"

    content = b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in lines)
    findings = found(packed({**files, name: content}, bundle.with_name("changed.zip"), is_told=True))

    assert row in {named for _, file, named in findings if file == name}


def changed(bundle: Path, name: str, change: Callable[[str], str]) -> set[tuple[str, str, str]]:
    files = files_of(bundle)
    content = change(files[name].decode()).encode()
    assert content != files[name]
    return found(packed({**files, name: content}, bundle.with_name("changed.zip"), is_told=True))


def test_other_words_in_the_text_and_in_the_graph_are_named(bundle):
    text = next(name for name in files_of(bundle) if name.startswith("texts/"))

    in_text = changed(bundle, text, lambda told: told.replace("ready", "empty"))
    in_place = changed(bundle, "places.jsonl", lambda told: told.replace("is ready", "is empty"))
    in_graph = changed(
        bundle, "statements.jsonld", lambda told: told.replace('"text": "“The list is ready', '"text": "“No')
    )

    assert "text_changed" in {code for code, _, _ in in_text}
    assert {"words_moved", "words_differ"} <= {code for code, _, _ in in_place}
    assert [code for code, _, _ in in_graph] == ["words_differ"]


def test_an_act_that_is_signed_anew_breaks_the_chain(bundle):
    def forged(told: str) -> str:
        lines = [json.loads(line) for line in told.splitlines()]
        lines[-2]["content"]["by"] = 99
        content = {**lines[-2]["content"], "number": lines[-2]["number"], "before": lines[-2]["before"]}
        lines[-2]["digest"] = line_digest(content)
        return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)

    assert "chain_broken" in {code for code, _, _ in changed(bundle, "acts.jsonl", forged)}


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_bundle_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "bundle.zip"
    path.write_bytes(content)

    assert "not_a_bundle" in {one.code for one in verify_bundle(path)[0]}


@pytest.mark.parametrize("told", [[], {}, {"form": FORM}, {"form": FORM, "files": 1, "rows": {}, "head": {}}])
def test_a_manifest_of_another_shape_is_said_to_be_none(tmp_path, told):
    path = tmp_path / "bundle.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps(told))

    assert "not_a_bundle" in {one.code for one in verify_bundle(path)[0]}


@given(st.integers(1, 70), st.data())
def test_a_path_leads_from_each_leaf_to_the_root(count, data):
    leaves = [f"leaf {number}".encode() for number in range(count)]
    place = data.draw(st.integers(0, count - 1))

    path = merkle_path(merkle_levels(leaves), place)

    assert climbed(leaves[place], path) == merkle_root(leaves)
    assert climbed(b"another", path) != merkle_root(leaves)


def test_numbers_that_follow_one_another_are_told_as_runs():
    assert runs([7, 1, 2, 3, 9, 10]) == "1-3 7 9-10"
    assert runs([]) == ""
