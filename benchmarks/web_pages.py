"""How many web pages become text in a second of one core: `python -m benchmarks.web_pages`.

The pages are made up: of about 30 kB, with menus, scripts, styles and one to three stories.
"""

import random
import time

from sanad.record.importers.web_page import web_page

TEXT = (
    "the mayor of town said that houses families would be repaired before winter money fund council people street "
    "building told roof stairs school road week month answer nobody"
)
PAGES = 300
BLOCKS = 60


def main() -> None:
    chance = random.Random(1)
    pages = [_page(chance, stories=1 + number % 3) for number in range(PAGES)]
    began = time.process_time()
    for page in pages:
        web_page("page.html", page)
    seconds = time.process_time() - began
    size = sum(map(len, pages)) / PAGES
    print(f"{PAGES} pages of {size / 1000:.1f} kB: {PAGES / seconds:.0f} pages a second of one core")  # noqa: T201


def _page(chance: random.Random, stories: int) -> bytes:
    menu = "".join(f"<li class=menu-item><a href=/s/{number}>Section {number}</a></li>" for number in range(60))
    articles = "".join(_story(chance, BLOCKS // stories) for _ in range(stories))
    head = f"<title>{_sentence(chance, 5)}</title><link rel=canonical href=https://news.example/1><meta charset=utf-8>"
    script = f"<script>{'var a=1;' * 300}</script><style>{'.a{b:c}' * 200}</style>"
    around = f"<header><nav>{menu}</nav></header>{articles}<footer>{_sentence(chance, 20)}</footer>"
    return f"<!doctype html><html lang=en><head>{head}{script}</head><body>{around}</body></html>".encode()


def _story(chance: random.Random, blocks: int) -> str:
    picture = f"<figure><img src=a.jpg alt='A man'><figcaption>{_sentence(chance, 9)}</figcaption></figure>"
    paragraphs = "".join(f"<p class='text body-{number % 9}'>{_paragraph(chance)}</p>" for number in range(blocks))
    return f"<article><h1>{_sentence(chance, 8)}</h1>{picture}{paragraphs}</article>"


def _paragraph(chance: random.Random) -> str:
    return " ".join(_sentence(chance, 13) for _ in range(4)).replace("mayor", "<a href=/mayor>mayor</a>", 1)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(TEXT.split(), k=words)).capitalize() + "."


if __name__ == "__main__":
    main()
