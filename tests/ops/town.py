"""A made-up town: the template's programme, copies of it with other figures, and seven families."""

import shutil
from pathlib import Path

TEMPLATE = Path("programmes/template")
ON = "2025-08-01"
CLAIMS = """claim_id,dwelling_id,household_id,damage,repair_estimate,people,renting,filed_on
Amal,D1,H1,partial,1000,3,false,2025-03-05
Basim,D2,H2,destroyed,,3,true,2025-03-05
Chadi,D3,H3,none,,3,false,2025-03-05
Dina,D4,H4,destroyed,,3,,2025-03-05
Elias,D5,H5,partial,2000,3,false,2025-07-20
Faten,D6,H6,partial,200000,3,false,2025-03-05
Ghada,D7,H7,partial,900,500,false,2025-03-05
"""
MILDER = {
    "values/amounts.yaml": [
        ("{value: 60, source: circular-1}", "{value: 80, source: circular-1}"),
        ("{to: 4, value: 350}", "{to: 4, value: 300}"),
        ("{value: 2025-12-31, source: circular-1}", "{value: 2025-06-30, source: circular-1}"),
    ],
    "fields.yaml": [("range: [0, 100_000]           #", "range: [0, 300_000]           #")],
}
IN_EUROS = {"programme.yaml": [("currency: USD", "currency: EUR")]}


def edited(folder: Path, changes: dict[str, list[tuple[str, str]]]) -> Path:
    """The template with other figures, in a folder of its own."""
    shutil.copytree(TEMPLATE, folder)
    for name, pairs in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
