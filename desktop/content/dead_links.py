"""Leaves out links to records that do not exist, so that the rules can still check the rest of a broken file.

Each such link has been reported already; a guide made this way is never shown to a reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.content.model import Guide, Where
    from desktop.content.record import Notebook


def without_dead_links(guide: Guide, book: Notebook) -> Guide:
    """The same guide with only the links that lead somewhere."""

    def kept(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if book.exists(kind, name))

    def living(wheres: tuple[Where, ...]) -> tuple[Where, ...]:
        return tuple(
            each
            for each in wheres
            if book.exists("operation or variant", f"{each.operation}/{each.variant}".rstrip("/"))
        )

    return guide._replace(
        categories={
            name: each._replace(operations=kept("operation", each.operations))
            for name, each in guide.categories.items()
        },
        operations={
            name: each._replace(
                questions=kept("question", each.questions),
                related=kept("operation", each.related),
                effects=kept("effect", each.effects),
                variants=tuple(one._replace(effects=kept("effect", one.effects)) for one in each.variants),
            )
            for name, each in guide.operations.items()
        },
        effects={
            name: each._replace(operations=living(each.operations), signs=kept("sign", each.signs))
            for name, each in guide.effects.items()
        },
        signs={name: each._replace(only=living(each.only)) for name, each in guide.signs.items()},
    )
