"""Links must agree in both directions, and nothing may stand in the file without a use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content import short_ids, walk
from desktop.content.glossary import forms
from desktop.content.model import Where

if TYPE_CHECKING:
    from desktop.content.model import Effect, Guide, Operation
    from desktop.content.record import Notebook


def check(guide: Guide, book: Notebook) -> None:
    """Every rule about links."""
    _effects_and_operations(guide, book)
    _categories_hold_each_operation_once(guide, book)
    _signs_reach_a_reader(guide, book)
    _sources_are_cited(guide, book)
    _words_are_told_apart(guide, book)
    _organs_have_parents(guide, book)
    _codes_tell_ids_apart(guide, book)


def _codes_tell_ids_apart(guide: Guide, book: Notebook) -> None:
    """Two ids with the same short number could not be told apart in the code for another machine."""
    names = short_ids.of_guide(guide)
    known: dict[int, str] = {}
    letters = short_ids.letters(names)
    for name in names:
        other = known.setdefault(short_ids.number(name, letters), name)
        if other != name:
            message = f"in a code for another machine the id '{name}' reads as '{other}'; give the newer one another id"
            book.report.error(book.place(f"/{_kind_of(guide, name)}"), message)


def _kind_of(guide: Guide, name: str) -> str:
    kinds = ("pages", "categories", "operations", "effects", "organs", "questions")
    return next(kind for kind in kinds if name in getattr(guide, kind))


def _effects_and_operations(guide: Guide, book: Notebook) -> None:
    """An effect names its operations and an operation its effects: the two must say the same."""
    for effect in guide.effects.values():
        for where in effect.operations:
            if not _names_effect(guide.operations[where.operation], where, effect):
                wanted = _written(where)
                book.report.error(
                    book.place(f"effects/{effect.id}/operations/{wanted}"),
                    f"the effect '{effect.id}' names '{wanted}', but that does not list it under 'effects'; "
                    "mend one of the two",
                )
    for operation in guide.operations.values():
        for name in operation.effects:
            _must_name_back(guide, book, name, Where(operation.id), f"operations/{operation.id}/effects/{name}")
        for variant in operation.variants:
            path = f"operations/{operation.id}/variants/{variant.id}/effects"
            for name in variant.effects:
                _must_name_back(guide, book, name, Where(operation.id, variant.id), f"{path}/{name}")
                if name in operation.effects:
                    message = f"'{name}' is listed for the whole operation and for this variant; keep one"
                    book.report.error(book.place(f"{path}/{name}"), message)


def _names_effect(operation: Operation, where: Where, effect: Effect) -> bool:
    if not where.variant:
        return effect.id in operation.effects
    return any(effect.id in variant.effects for variant in operation.variants if variant.id == where.variant)


def _must_name_back(guide: Guide, book: Notebook, effect: str, where: Where, path: str) -> None:
    if where not in guide.effects[effect].operations:
        wanted = _written(where)
        message = (
            f"'{wanted}' lists the effect '{effect}', but that does not name it under 'operations'; mend one of the two"
        )
        book.report.error(book.place(path), message)


def _written(where: Where) -> str:
    return f"{where.operation}/{where.variant}" if where.variant else where.operation


def _categories_hold_each_operation_once(guide: Guide, book: Notebook) -> None:
    holder: dict[str, str] = {}
    for category in guide.categories.values():
        for name in category.operations:
            first = holder.setdefault(name, category.id)
            if first != category.id:
                place = book.place(f"categories/{category.id}/operations/{name}")
                book.report.error(place, f"the operation '{name}' is already in the category '{first}'; keep one")
    for name in guide.operations:
        if name not in holder:
            place = book.place(f"operations/{name}")
            book.report.error(place, f"the operation '{name}' is in no category, so nobody can find it; add it to one")


def _signs_reach_a_reader(guide: Guide, book: Notebook) -> None:
    """A sign that no effect uses, or that is limited to operations its effects do not have, is never seen."""
    used: dict[str, set[Where]] = {}
    for effect in guide.effects.values():
        for name in effect.signs:
            used.setdefault(name, set()).update(effect.operations)
    for sign in guide.signs.values():
        place = book.place(f"signs/{sign.id}")
        if sign.id not in used:
            book.report.error(place, f"no effect uses the sign '{sign.id}'; add it to an effect or delete it")
            continue
        for where in sign.only:
            if not any(_meet(where, each) for each in used[sign.id]):
                message = f"the sign '{sign.id}' is limited to '{_written(where)}', but no effect of it uses the sign"
                book.report.error(book.place(f"signs/{sign.id}/only/{_written(where)}"), message)


def _meet(one: Where, other: Where) -> bool:
    return one.operation == other.operation and (not one.variant or not other.variant or one.variant == other.variant)


def _sources_are_cited(guide: Guide, book: Notebook) -> None:
    cited = {source for said in walk.guide(guide) for source in said.sources}
    for source in guide.sources.values():
        if source.id not in cited:
            place = book.place(f"sources/{source.id}")
            book.report.error(place, f"nothing rests on the source '{source.id}'; cite it or delete it")


def _words_are_told_apart(guide: Guide, book: Notebook) -> None:
    holder: dict[str, str] = {}
    for term in guide.terms.values():
        for form in forms(term):
            first = holder.setdefault(form.casefold(), term.id)
            if first != term.id:
                place = book.place(f"terms/{term.id}")
                book.report.error(place, f"'{form}' is already a form of the term '{first}'; keep one")


def _organs_have_parents(guide: Guide, book: Notebook) -> None:
    for organ in guide.organs.values():
        if organ.part_of and organ.part_of not in guide.organs:
            place = book.place(f"organs/{organ.id}/part_of")
            book.report.error(place, f"there is no organ '{organ.part_of}'")
