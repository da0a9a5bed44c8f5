"""Words as search sees them: without accents, capitals or endings, and one way of spelling for all countries."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from desktop import packages
from desktop.content.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_WORD = re.compile(r"[a-z0-9]+")
_SNOWBALL = "snowballstemmer"
_STEMMERS = {"en": ("english_stemmer", "EnglishStemmer"), "fr": ("french_stemmer", "FrenchStemmer")}
"""The module and the class in it; packaging/linux/contents.py names the modules, too."""
_UNTOLD_ENGLISH = """
    a about an and are as at be been but by can cannot cant could d did do does doesn doesnt don dont for from
    get go going got had happen happens has hasn hasnt have how i if im in into is isn isnt it its ive know like
    ll m me mine much my need of on or our please really s shall should so some such t tell than that the their
    them then there these they this those to very want was we were what when where which while who whom why will
    with won wont would you your take takes taken taking took put puts feel feels feeling felt since still keep keeps
    getting gets lot all time am
"""
_UNTOLD_FRENCH = """
    a ai as au aux avec avez avons c ce ces cet cette comme comment d dans de des dois du elle elles en est et
    etre eu faire fait faut il ils j je l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous
    on ont ou par pas peut peux pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa savoir se ses
    si son sont sur t ta te tes toi ton tu un une veux vos votre vous y pouvoir pourrai pourrais vais va suis etait
    sera serai devoir devrai devrais toujours encore depuis rien tres
"""
_UNTOLD = {"en": frozenset(_UNTOLD_ENGLISH.split()), "fr": frozenset(_UNTOLD_FRENCH.split())}
"""Words that tell nothing about what is looked for."""
_SPELLINGS = (
    (re.compile(r"oe|ae"), "e"),
    (re.compile(r"(?<=[bcdfglmnprtuv])our(?=s?$|al$|ed$|ing$)"), "or"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"is(?=e[ds]?$|ing$|ations?$)"), "iz"),
    (re.compile(r"ll(?=ed$|ing$)"), "l"),
    (re.compile(r"ph(?=edema|ema)"), "ph"),
)
"""British, American and Canadian spellings of one word are made the same (oedema, edema; tumour, tumor)."""
_SOUNDS = (
    (re.compile(r"^(?:pn|kn|gn)"), "n"),
    (re.compile(r"^ps"), "s"),
    (re.compile(r"^rh"), "r"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[cs]h(?=[aeiouy])"), "s"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ck|qu?|c|x"), "k"),
    (re.compile(r"z"), "s"),
    (re.compile(r"h"), ""),
    (re.compile(r"eau|aux?|ou|oo|eu|ew|u"), "u"),
    (re.compile(r"[aeiy]+[aeiouy]*"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LEAST_STEMMED = 4


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text, each with its first and past-the-last character in it, folded."""
    folded = fold(text)
    places: Sequence[int] = range(len(text) + 1)
    if len(folded) != len(text):
        letters = [fold(each) for each in text]
        folded = "".join(letters)
        places = [*(at for at, each in enumerate(letters) for _ in each), len(text)]
    for found in _WORD.finditer(folded):
        start, end = found.span()
        yield places[start], places[end - 1] + 1, found.group()


def spelt(word: str) -> str:
    """A folded word in the one way of spelling that stands for those of all countries."""
    for pattern, instead in _SPELLINGS:
        word = pattern.sub(instead, word)
    return word


@lru_cache(maxsize=200_000)
def root(word: str, language: str) -> str:
    """What is common to all forms and spellings of a folded word."""
    word = spelt(word)
    if len(word) < _LEAST_STEMMED:
        return word
    return _stemmer(language)(word)


def roots(text: str, language: str) -> list[str]:
    """The roots of the words of a text, in order."""
    return [root(word, language) for _, _, word in words(text)]


def sound(word: str) -> str:
    """How a folded word sounds, roughly: what people write who know it only by ear has the same sound."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word


def telling(asked: list[str], language: str, *, empty: bool = False) -> list[str]:
    """The words that say what is looked for; all of them if none does, unless it may be ``empty``."""
    told = [word for word in asked if word not in _UNTOLD[language]]
    return told if told or empty else asked


@lru_cache(maxsize=4)
def _stemmer(language: str) -> Callable[[str], str]:
    """What makes a root of a word.

    Snowball's package is entered without running its own first file, which loads the stemmers of all 36 languages: that
    would take 5 MB and 35 ms.
    """
    packages.enter(_SNOWBALL)
    module, stemmer = _STEMMERS[language]
    stem: Callable[[str], str] = getattr(import_module(f"{_SNOWBALL}.{module}"), stemmer)().stemWord
    return stem
