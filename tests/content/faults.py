"""Faults of every kind to plant into the real guide, each with the line in which it must be told."""

from __future__ import annotations

from typing import NamedTuple

from tests.guides import shipped_text

AFTER, INSTEAD, DELETED = "after", "instead", "deleted"


class Fault(NamedTuple):
    """What is planted: at a line of a record (``list/id``; ``list`` alone is its key), and what must be told.

    The problem must be told in the first planted line, or where ``at`` says: so many lines from it, or at a record.
    """

    name: str
    record: str
    line: str
    how: str
    text: str
    told: str
    at: str = ""


SOURCE = "        from: [ccs_page]"
HARD = "Institutional documentation necessitates considerable administrative coordination."


def said(text: str, below: str = "") -> str:
    """A statement to plant."""
    return f"      - text: {text}\n{below}{SOURCE}"


FAULTS = (
    # Search words
    Fault("a search word twice", "effects/stoma", "    search_words:", INSTEAD, "    search_words: [pouch, bag, Pouch]",
          "the search word 'Pouch' is already a search word here; delete it"),
    Fault("a search word that is the name", "effects/hernia", "    search_words:", INSTEAD,
          "    search_words: [incisional Hernia]",
          "the search word 'incisional Hernia' is already the name here; delete it"),
    Fault("an empty search word", "effects/diabetes", "    search_words:", INSTEAD, "    search_words: [pouch, '']",
          "'search_words' is empty; fill it or delete the key"),
    Fault("one word that means the same", "same_words", "same_words:", AFTER, "  - [belly]",
          "one word alone means the same as nothing; add another or delete it"),
    Fault("a word twice in a group", "same_words", "  - [large bowel", AFTER, "  - [belly, tummy, Belly]",
          "'belly' stands in this group twice; keep one"),
    Fault("a group that is no list", "same_words", "  - [small bowel", AFTER, "  - belly",
          "each entry of 'same_words' must be a list, such as [belly, abdomen]"),
    Fault("a topic to offer that is none", "guide", "  date:", AFTER, "  often_opened: [wipple]",
          "there is no topic 'wipple'; did you mean 'whipple'?"),
    # Shape
    Fault("an unknown key", "operations/whipple", "    short_name:", AFTER, "    shortname: W",
          "unknown key 'shortname' in an operation; did you mean 'short_name'?"),
    Fault("a missing key", "operations/appendectomy", "    short_name:", DELETED, "",
          "this operation has no 'short_name'; add it", "operations/appendectomy"),
    Fault("a missing heading", "words", "  learn_more:", DELETED, "", "this list of words has no 'learn_more'; add it",
          "words/why"),
    Fault("an empty list", "effects/fatigue", "    times:", INSTEAD, "    times:",
          "'times' is empty; fill it, write [] or delete the key"),
    Fault("a text for a list", "terms/adhesion", "    forms:", INSTEAD, "    forms: adhesions",
          "'forms' must be a list, each entry after a hyphen"),
    Fault("a list for a text", "signs/noisy-breathing", "    text:", INSTEAD, "    text: [Noisy breathing]",
          "'text' must be a text, not a list or keys"),
    Fault("an empty text", "terms/anastomosis", "    definition:", INSTEAD, "    definition:",
          "'definition' is empty; fill it or delete the key"),
    Fault("no source", "operations/whipple", "    why:", AFTER, "      - text: Ask why.",
          "no source: add 'from: [source-id]'; what no source states is not shown"),
    Fault("a colon without a list", "operations/gastrectomy", "    why:", AFTER, said("'Ask:'"),
          "the text ends with a colon, but no list follows"),
    Fault("a list without a colon", "operations/liver-resection", "    why:", AFTER,
          said("Ask.", "        items: [one thing, another]\n"), "a list follows, so the text must end with a colon"),
    Fault("extra spaces", "sources/ccs_bowel", "    publisher:", INSTEAD, "    publisher: 'A  society'",
          "'publisher' has extra spaces or a blank line; remove them"),
    Fault("a long name", "terms/abscess", "    name:", INSTEAD, f"    name: {'abscess ' * 16}",
          "'name' is too long (127 characters; at most 120)"),
    Fault("a long word", "categories/palliative", "    plain_name:", INSTEAD, f"    plain_name: {'e' * 50}",
          "the word 'eeeeeeeeeeeeeeeeeeee…' is too long (50 letters; at most 45)"),
    Fault("a wrong id", "references/ref-02", "  - id:", INSTEAD, "  - id: Ref 02", "the id 'Ref 02' may hold only a-z"),
    Fault("a key twice", "categories/palliative", "    name:", AFTER, "    name: Comfort",
          "the key 'name' is here twice"),
    Fault("an anchor", "sources/ccs_whipple", "    year:", INSTEAD, "    year: &y '2020'",
          "the anchor &y is not allowed"),
    Fault("a bidi character", "sources/ccs_pancreas", "    title:", INSTEAD, "    title: Surgery\u202e",
          "the hidden or control character U+202E is not allowed; delete it"),
    Fault("one level too many", "levels/next_visit", "    name:", AFTER,
          "    card: X\n    from: [ccs_page]\n  - id: soon\n    name: Soon", "'levels' must be exactly, in this order:",
          "levels"),
    # Links
    Fault("an unknown source", "operations/lung-resection", "    why:", AFTER,
          "      - text: Ask why.\n        from: [ccs_pge]", "there is no source 'ccs_pge'; did you mean 'ccs_page'?",
          "+1"),
    Fault("an unknown sign", "effects/pain", "      - chest-pain", INSTEAD, "      - chest-pian",
          "there is no sign 'chest-pian'; did you mean 'chest-pain'?"),
    Fault("an unknown effect", "operations/bypass-surgery", "      - pain", INSTEAD, "      - pian",
          "there is no effect 'pian'; did you mean 'pain'?"),
    Fault("an unknown question", "operations/stent-placement", "    questions:", INSTEAD, "    questions: [q-goul]",
          "there is no question 'q-goul'; did you mean 'q-goal'?"),
    Fault("an unknown level", "signs/coughing-up-blood", "    level:", INSTEAD, "    level: call911",
          "there is no level 'call911'; did you mean 'call_911'?"),
    Fault("an unknown group", "signs/neck-swelling", "    group:", INSTEAD, "    group: nek",
          "there is no sign group 'nek'; did you mean 'neck'?"),
    Fault("an unknown region", "organs/thyroid", "    region:", INSTEAD, "    region: nekc",
          "there is no region 'nekc'; did you mean 'neck'?"),
    Fault("a link twice", "operations/whipple", "      - carcinoid-crisis", AFTER, "      - carcinoid-crisis",
          "'carcinoid-crisis' is in 'effects' twice; keep one"),
    Fault("an id twice", "questions", "  - id:", INSTEAD,
          "  - id: q-goal\n    group: before\n    text: Is it twice?\n    from: [ccs_page]\n  - id: q-goal",
          "the question 'q-goal' is already defined in line ", "+4"),
    Fault("an operation as a page", "pages/about-guide", "  - id:", INSTEAD,
          "  - id: whipple\n    name: Clash\n    summary:\n      text: Ask.\n      from: [ccs_page]\n    sections: []\n"
          "  - id: about-guide", "the id 'whipple' is already used by another topic in line ", "operations/whipple"),
    Fault("an effect that does not name its operation", "operations/appendectomy", "      - carcinoid-crisis", AFTER,
          "      - stoma", "'appendectomy' lists the effect 'stoma', but that does not name it under 'operations'"),
    Fault("an operation that does not list its effect", "effects/hernia", "    operations:", AFTER,
          "      - total-thyroidectomy", "the effect 'hernia' names 'total-thyroidectomy', but that does not list it"),
    Fault("an operation in two categories", "categories/palliative", "    operations:", INSTEAD,
          "    operations: [palliative-debulking, bypass-surgery, stent-placement, gastrectomy]",
          "the operation 'gastrectomy' is already in the category 'resection'; keep one"),
    Fault("an unused sign", "signs/chest-pain", "  - id:", INSTEAD,
          "  - id: unused\n    level: today\n    group: fever\n    text: Something new\n    from: [ccs_page]\n"
          "  - id: chest-pain", "no effect uses the sign 'unused'; add it to an effect or delete it"),
    Fault("one sign at two levels", "signs/sudden-breathlessness", "  - id:", INSTEAD,
          "  - id: twin\n    level: today\n    group: fever\n    text: New or sudden chest pain!\n"
          "    from: [ccs_page]\n  - id: sudden-breathlessness",
          "the sign 'chest-pain' says the same at another level (call_911)"),
    Fault("a sign limited to where it cannot be", "signs/airway-stent-trouble", "    only:", INSTEAD,
          "    only: [stent-placement/airway-stent, whipple]",
          "the sign 'airway-stent-trouble' is limited to 'whipple', but no effect of it uses the sign"),
    Fault("a word explained twice", "terms/adhesion", "  - id:", INSTEAD,
          "  - id: abscess-too\n    name: abscesses\n    definition: Pus.\n    from: [ccs_page]\n  - id: adhesion",
          "'abscesses' is already a form of the term 'abscess'; keep one"),
    Fault("an organ in an unknown one", "organs/parathyroid-glands", "    region:", AFTER, "    part_of: thyriod",
          "there is no organ 'thyriod'"),
    Fault("an uncited source", "sources/ccs_side", "  - id:", INSTEAD,
          "  - id: uncited\n    title: A\n    publisher: B\n    year: '2020'\n  - id: ccs_side",
          "nothing rests on the source 'uncited'; cite it or delete it"),
    # Drawings
    Fault("an unknown drawing", "operations/gastrectomy", "    figure:", INSTEAD, "    figure: stomach.svg",
          "there is no drawing organs/stomach.svg; name one of the files in that folder"),
    Fault("an organ without a drawing", "organs/lungs", "  - id:", INSTEAD,
          "  - id: gills\n    name: Gills\n    region: neck\n    text: Fish have it.\n    from: [ccs_page]\n"
          "  - id: lungs",
          "organs/body.svg has no part with the id 'gills'; draw it or mend the id"),
    # Safety
    Fault("an unverified source", "sources/ccs_net_prev", "    note:", INSTEAD, "    note: Unverified so far.",
          "the source 'ccs_net_prev' is marked unverified; what is not verified is not shown", "sources/ccs_net_prev"),
    Fault("a dose", "effects/nausea-vomiting", "    self_care:", AFTER, said("Take 5 mg of it."), "a dose ('5 mg')"),
    Fault("a survival figure", "effects/constipation", "    self_care:", AFTER, said("Ask about survival."),
          "'survival': the guide gives no survival figures; delete it"),
    Fault("a promise", "effects/hernia", "    self_care:", AFTER, said("Ask; there is no risk."),
          "'no risk' is a promise nobody can make; say what usually happens"),
    # Plain language
    Fault("a percentage", "effects/adhesions", "    what:", AFTER, said("It comes in 5 % of people."),
          "a bare percentage; write it as 'about 2 in 100 people' with whom it was counted in"),
    Fault("odds", "effects/numbness", "    what:", AFTER, said("It comes in 1 in 20 people."),
          "'1 in 20': count in 100 people, so that numbers can be compared"),
    Fault("a long sentence", "effects/scarring", "    what:", AFTER, said(f"Ask them of this {'and that ' * 11}too."),
          "a sentence of 27 words (at most 25): “Ask them of this and that"),
    Fault("a long paragraph", "effects/pneumonia", "    what:", AFTER, said("Ask. Tell them. Call them. Show them."),
          "a paragraph of 4 sentences; at most 3: split it"),
    Fault("a long summary", "operations/whipple", "      text: >-", AFTER,
          "        Ask them what they do and why.\n" * 8 + "        Ask.", "the summary has ", "-1"),
    Fault("a long section", "operations/node-dissection", "    why:", AFTER,
          "\n".join([said("Ask them what they plan to do for you and why they plan it.")] * 9), "this section has "),
    Fault("a list of one", "effects/stoma", "    what:", AFTER, said("'Ask about:'", "        items: [one thing]\n"),
          "a list of 1 entries; 2 to 7 are easy to read"),
    Fault("a long entry of a list", "effects/malabsorption", "    what:", AFTER,
          f"      - text: 'Ask about:'\n{SOURCE}\n        items:\n          - {'food ' * 21}\n          - rest",
          "a list entry of 21 words; at most 20", "+3"),
    Fault("a long heading", "pages/carcinoid-crisis", "        heading:", INSTEAD,
          "        heading: What it is and how it comes and goes away", "a heading of 10 words; at most 8"),
    Fault("a medical word", "effects/bleeding", "    what:", AFTER, said("It is like a thyroidopathy."),
          "the medical word 'thyroidopathy' is not in the glossary; use a plain word or explain it there"),
    Fault("an abbreviation", "effects/infection", "    what:", AFTER, said("It is an SSI."),
          "the abbreviation 'SSI' is not in the glossary; write it out or explain it there"),
    Fault("an instruction in the passive", "signs/chest-pain", "    text:", AFTER, "    action: Nurses must be told.",
          "an instruction in the passive; say 'you' and what to do"),
    Fault("a hard topic", "effects/wound-separation", "    what:", AFTER, "\n".join([said(HARD)] * 4),
          "hard to read: Flesch-Kincaid grade", "effects/wound-separation"),
)  # fmt: skip


class Line(NamedTuple):
    """A line of the file, with the fault that was planted there and its number among the planted lines."""

    text: str
    fault: str = ""
    number: int = 0


def place_of(lines: list[Line], record: str, start: str = "") -> int:
    """Where the first line of a record stands that begins so."""
    kind, _, name = record.partition("/")
    at = lines.index(Line(f"{kind}:"))
    if name:
        first = f"  {name}:" if kind == "words" else f"  - id: {name}"
        at = next(number for number in range(at, len(lines)) if lines[number].text.startswith(first))
    return next(number for number in range(at, len(lines)) if lines[number].text.startswith(start))


def planted(*faults: Fault) -> tuple[str, dict[str, int]]:
    """The guide with these faults, and the line in which each must be told."""
    lines = [Line(text) for text in shipped_text().splitlines()]
    for fault in faults:
        at = place_of(lines, fault.record, fault.line)
        new = [Line(text, fault.name, number) for number, text in enumerate(fault.text.splitlines())]
        lines[at + (fault.how == AFTER) : at + 1] = new
    told_at = {}
    for fault in faults:
        if fault.at and not fault.at.startswith(("+", "-")):
            at = place_of(lines, fault.at)
        else:
            at = lines.index(next(line for line in lines if line.fault == fault.name)) + int(fault.at or 0)
        told_at[fault.name] = at + 1
    return "\n".join(line.text for line in lines) + "\n", told_at
