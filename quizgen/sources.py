"""What a name stands for: problems, and concept items."""

from __future__ import annotations

from .catalogue import normal
from .concepts.pool import ALL, Pool, pool
from .record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .catalogue import Catalogue


class Meant(Record):
    """The slugs of problems and the items that a name stands for. `named` is False where the items come with the problems
    of a topic."""

    slugs: tuple[str, ...]
    pool: Pool | None
    named: bool = True


def meant(found: Catalogue, name: str, with_items: bool = False) -> Meant:
    """What a name stands for: a problem, and where `with_items` the items of the same name; a topic's problems and items; the
    items of a subject; one item; all items. InputError, with near names, where it is none of these."""
    slug = normal(name)
    if slug in found.paths:
        subject = found.subjects.get(slug) if with_items else None
        return Meant((slug,), Pool(slug, (subject,)) if subject else None, False)
    topics = {normal(topic): slugs for topic, slugs in found.topics.items()}
    items = pool(found, name)
    if slug in topics:
        return Meant(tuple(topics[slug]), items, False)
    return Meant((), items) if items else Meant((found.problem(name).slug,), None)


def everything(found: Catalogue) -> Meant:
    """All problems, topic by topic, and all items."""
    return Meant(tuple(slug for slugs in found.topics.values() for slug in slugs), pool(found, ALL), False)
