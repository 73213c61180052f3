"""`/api/v3/customformat`: what the configuration declares. Nothing here changes it."""

from aiohttp import web

from radarr.adapters.http.context import NamedFormat, context_of
from radarr.adapters.http.wire import Shape, answer
from radarr.ports.errors import Gone


class FieldShape(Shape, kw_only=True):
    """A field of a condition."""

    order: int
    name: str
    value: object


class ConditionShape(Shape, kw_only=True):
    """A condition."""

    name: str
    implementation: str
    implementation_name: str
    info_link: str = ""
    negate: bool
    required: bool
    fields: list[FieldShape]


class FormatShape(Shape, kw_only=True):
    """A custom format."""

    id: int
    name: str
    include_custom_format_when_renaming: bool
    specifications: list[ConditionShape]


def format_shape(named: NamedFormat) -> FormatShape:
    """A format as v3 shows it."""
    from radarr.domain.formats.encode import fields_of, implementation, label

    return FormatShape(
        id=named.id,
        name=named.format.name,
        include_custom_format_when_renaming=named.format.include_when_renaming,
        specifications=[
            ConditionShape(
                name=condition.name,
                implementation=implementation(condition.test),
                implementation_name=label(condition.test),
                negate=condition.negate,
                required=condition.required,
                fields=[
                    FieldShape(order=order, name=name, value=value)
                    for order, (name, value) in enumerate(fields_of(condition.test).items())
                ],
            )
            for condition in named.format.conditions
        ],
    )


async def every(request: web.Request) -> web.Response:
    """All formats, by name."""
    return answer([format_shape(named) for named in context_of(request).formats.values()])


async def one(request: web.Request) -> web.Response:
    """One format."""
    sought = int(request.match_info["id"])
    for named in context_of(request).formats.values():
        if named.id == sought:
            return answer(format_shape(named))
    raise Gone(f"there is no custom format {sought}")


ROUTES = [
    web.get("/api/v3/customformat", every),
    web.get(r"/api/v3/customformat/{id:\d+}", one),
]
