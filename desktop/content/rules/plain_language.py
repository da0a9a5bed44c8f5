"""The guide must be easy to read: gates E1 to E11 of the acceptance table.

Sources of the numbers: reading grades AMA, NIH and Canada.ca; sentences and paragraphs Canada.ca
style guide; chunks and lists CDC Clear Communication Index items 8 and 9; words and numbers PEMAT
items 3 to 7 and CDC items 15 to 17. docs/content-guide.md explains each to authors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.content import readability, walk
from desktop.content.glossary import Glossary, NamesAside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.model import Guide, Statement
    from desktop.content.record import Notebook
    from desktop.content.walk import Said

MOST_GRADE = 8.0
MOST_SMOG = 10.0
LEAST_EASE = 65.0
MOST_MEAN_SENTENCE = {"en": 14.0, "fr": 16.0}
MOST_SENTENCE = {"en": 25, "fr": 28}
MOST_PASSIVE = 0.15
MOST_SUMMARY_WORDS = 60
MOST_SECTION_WORDS = 120
MOST_PARAGRAPH_SENTENCES = 3
LIST_ITEMS = (2, 7)
MOST_ITEM_WORDS = 20
MOST_HEADING_WORDS = 8

_PERCENT = re.compile(r"\d\s*%")
_ODDS = re.compile(r"\b(?:1 in \d[\d,]*|\d+ in (?!100\b)(?:10|20|50|1,?000)\b)")
_ODDS_KEPT = re.compile(r"\b1 in (?:\d{3,}|\d{1,3}(?:,\d{3})+)\b")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,5}s?\b")
_COMMON_ABBREVIATIONS = {"US", "UK", "TV", "OK", "NHS", "USA"}
_MEDICAL = re.compile(
    r"\b(?:\w*(?:ectom(?:y|ies)|ostom(?:y|ies)|otom(?:y|ies)|oscop(?:y|e|es|ic|ies)|plasty|itis|[a-z]{3}oma|omas|omata|emia|"
    r"osis|oses|path(?:y|ies)|ography|olysis|edema|algia|penia|pnea|phagia|ulopathy|stasis|embol\w*|oscopic)"
    r"|(?:endo|laparo|thoraco|gastro|hepat|pancreat|chol|cyst|cardio|neuro|hemi|peri|intra|meta|lymph|thromb|hem[ao])"
    r"[a-z]{2,}\w*)\b",
    re.IGNORECASE,
)
_EVERYDAY = {
    "period",
    "periods",
    "intravenous",
    "metal",
    "perimeter",
    "diagnosis",
    "cholesterol",
    "metals",
    "metallic",
    "endow",
    "perish",
    "hospitalized",
    "endorse",
    "endorses",
    "microscope",
}
_IMPERATIVE = re.compile(
    r"^(?:Ask|Tell|Take|Keep|Call|Bring|Walk|Drink|Eat|Learn|Avoid|Go|Show|Say|Rest|Do|Press|Wash|Use|Write|Note|"
    r"Look|Follow|Test|Carry|Plan|Wear|Talk|Get|Let|Try|Check|Know|Start|Stop|Wait|Hold|Sleep|Lie|Give|Cover|Have|Make|"
    r"Protect|Support|Accept|Move|Stay|Practise|Treat|Massage|Leave|Choose|Slowly|Phone|Breathe|Raise|If )\b"
)
_FRENCH_IMPERATIVE = re.compile(r"\b\w+ez\b")


def check(guide: Guide, book: Notebook) -> None:
    """Every rule about plain language."""
    rules = _Rules(guide, book)
    for topic, texts in topics(guide):
        rules.topic(topic, list(texts))
    for said in walk.guide(guide):
        rules.text(said)
    for page in guide.pages.values():
        rules.summary(f"pages/{page.id}/summary", page.summary)
        for section in page.sections:
            rules.section(f"pages/{page.id}/sections/{section.id}/statements", section.statements)
    for category in guide.categories.values():
        rules.summary(f"categories/{category.id}/summary", category.summary)
        rules.section(f"categories/{category.id}/why", category.why)
    for operation in guide.operations.values():
        rules.summary(f"operations/{operation.id}/summary", operation.summary)
        for key in walk.OPERATION_SECTIONS:
            rules.section(f"operations/{operation.id}/{key}", getattr(operation, key))
    for effect in guide.effects.values():
        for key in walk.EFFECT_SECTIONS:
            rules.section(f"effects/{effect.id}/{key}", getattr(effect, key))


def topics(guide: Guide) -> Iterator[tuple[str, Iterator[Said]]]:
    """The path of each topic and the texts its reader meets there."""
    for page in guide.pages.values():
        yield f"pages/{page.id}", walk.page(page)
    for category in guide.categories.values():
        yield f"categories/{category.id}", walk.category(category)
    for operation in guide.operations.values():
        yield f"operations/{operation.id}", walk.operation(operation)
    for effect in guide.effects.values():
        signs = (said for name in effect.signs for said in walk.sign(guide.signs[name]))
        yield f"effects/{effect.id}", (said for part in (walk.effect(effect), signs) for said in part)


class _Rules:
    """Applies the gates and notes what fails."""

    def __init__(self, guide: Guide, book: Notebook) -> None:
        self._guide = guide
        self._book = book
        self._language = guide.edition.language
        self._aside = NamesAside(guide)
        self._glossary = Glossary(guide.terms.values(), guide.edition.language)
        names = [organ.name for organ in guide.organs.values()] + [effect.name for effect in guide.effects.values()]
        self._named = frozenset(_EVERYDAY).union(
            word.casefold() for name in names for word in readability.words_of(name)
        )

    def topic(self, path: str, texts: list[Said]) -> None:
        """Reading level of a whole topic, and whether it tells the reader something to do."""
        plain = [said.text for said in texts if said.kind not in (walk.NAME, walk.HEADING, walk.NURSE)]
        found = readability.measure(plain, self._language, self._aside.replaced)
        if self._language == "en":
            self._at_most(path, "Flesch-Kincaid grade", found.grade, MOST_GRADE)
            self._at_most(path, "SMOG grade", found.smog, MOST_SMOG)
            self._at_most(path, "share of passive sentences", found.passive_share, MOST_PASSIVE)
        elif found.words and found.ease < LEAST_EASE:
            told = f"hard to read: Kandel-Moles {found.ease:.0f}, at least {LEAST_EASE:.0f}"
            self._error(path, f"{told}; use shorter words and sentences")
        self._at_most(path, "mean sentence length in words", found.mean_sentence, MOST_MEAN_SENTENCE[self._language])
        if path.startswith(("operations/", "effects/")) and not any(self._is_action(said) for said in texts):
            self._error(path, "nothing here tells the reader what to do; add one sentence such as 'Tell your team …'")

    def _is_action(self, said: Said) -> bool:
        if self._language == "fr":
            return bool(_FRENCH_IMPERATIVE.search(said.text))
        return any(_IMPERATIVE.match(sentence) for sentence in readability.sentences_of(said.text))

    def text(self, said: Said) -> None:
        """One text on its own: sentences, numbers, words that need explaining."""
        if said.kind in (walk.NAME, walk.HEADING):
            if said.kind == walk.HEADING:
                self._words_at_most(said, MOST_HEADING_WORDS, "a heading")
            return
        found = readability.measure([said.text], self._language)
        if found.longest_sentence > MOST_SENTENCE[self._language]:
            most = MOST_SENTENCE[self._language]
            self._error(
                said.path,
                f"a sentence of {found.longest_sentence} words (at most {most}): “{found.longest[:60]}…”; split it",
            )
        if said.kind in (walk.ITEM, walk.STEP):
            self._words_at_most(said, MOST_ITEM_WORDS, "a list entry")
        elif found.sentences > MOST_PARAGRAPH_SENTENCES:
            self._error(
                said.path, f"a paragraph of {found.sentences} sentences; at most {MOST_PARAGRAPH_SENTENCES}: split it"
            )
        if self._language == "en" and said.kind == walk.ACTION and found.passive_share:
            self._error(said.path, "an instruction in the passive; say 'you' and what to do")
        if said.kind != walk.NURSE:
            self._numbers(said)
            self._hard_words(said)

    def summary(self, path: str, statement: Statement) -> None:
        """The main message comes first and is short."""
        found = readability.measure([statement.text], self._language)
        if found.words > MOST_SUMMARY_WORDS:
            self._error(path, f"the summary has {found.words} words; at most {MOST_SUMMARY_WORDS}")

    def section(self, path: str, statements: Iterable[Statement]) -> None:
        """A section is a short chunk; a list is neither one entry nor a page of them."""
        said = list(walk.statements(path, statements))
        count = sum(len(readability.words_of(each.text)) for each in said)
        if count > MOST_SECTION_WORDS:
            self._error(
                path, f"this section has {count} words; at most {MOST_SECTION_WORDS}: shorten it or move a part"
            )
        for number, statement in enumerate(statements):
            least, most = LIST_ITEMS
            if statement.items and not least <= len(statement.items) <= most:
                self._error(
                    f"{path}/{number}", f"a list of {len(statement.items)} entries; {least} to {most} are easy to read"
                )

    def _numbers(self, said: Said) -> None:
        if _PERCENT.search(said.text):
            self._error(said.path, "a bare percentage; write it as 'about 2 in 100 people' with whom it was counted in")
        odds = _ODDS.search(_ODDS_KEPT.sub("", said.text))
        if odds:
            self._error(said.path, f"'{odds.group()}': count in 100 people, so that numbers can be compared")

    def _hard_words(self, said: Said) -> None:
        medical = _MEDICAL.findall(said.text) if self._language == "en" else []
        abbreviations = [word for word in _ABBREVIATION.findall(said.text) if word not in _COMMON_ABBREVIATIONS]
        known = self._explained_in(said.text) if medical or abbreviations else frozenset()
        for word in medical:
            if word.casefold() not in known:
                told = f"the medical word '{word}' is not in the glossary"
                self._error(said.path, f"{told}; use a plain word or explain it there")
        for word in abbreviations:
            if word.casefold() not in known:
                told = f"the abbreviation '{word}' is not in the glossary"
                self._error(said.path, f"{told}; write it out or explain it there")

    def _explained_in(self, text: str) -> frozenset[str]:
        """The words of a text that need no explanation on its page, and those everybody knows."""
        told = [text[mention.start : mention.end] for mention in self._glossary.mentions(text)]
        told += self._aside.found(text)
        return self._named.union(word.casefold() for part in told for word in readability.words_of(part))

    def _at_most(self, path: str, what: str, found: float, most: float) -> None:
        if found > most:
            shown = f"{found:.0%} (at most {most:.0%})" if most < 1 else f"{found:.1f} (at most {most:.1f})"
            self._error(path, f"hard to read: {what} {shown}; use shorter words and sentences")

    def _words_at_most(self, said: Said, most: int, what: str) -> None:
        count = len(readability.words_of(said.text))
        if count > most:
            self._error(said.path, f"{what} of {count} words; at most {most}")

    def _error(self, path: str, message: str) -> None:
        self._book.report.error(self._book.place(path), message)
