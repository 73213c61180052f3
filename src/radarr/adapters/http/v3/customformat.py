"""`/api/v3/customformat`: what the configuration declares. Nothing here changes it; to save what it is, is fine."""

from typing import NoReturn

from aiohttp import web

from radarr.adapters.http.context import NamedFormat, context_of
from radarr.adapters.http.wire import Body, Shape, answer, read
from radarr.ports.errors import Conflict, Gone, Refused


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
    return answer(format_shape(_sought(request)))


def _sought(request: web.Request) -> NamedFormat:
    sought = int(request.match_info["id"])
    for named in context_of(request).formats.values():
        if named.id == sought:
            return named
    raise Gone(f"there is no custom format {sought}")


class ConditionBody(Body, kw_only=True):
    """A condition that is to be saved; its fields are objects with name and value."""

    name: str = ""
    implementation: str = ""
    negate: bool = False
    required: bool = False
    fields: list[dict[str, object]] = []


class FormatBody(Body, kw_only=True):
    """A format that is to be saved."""

    name: str = ""
    include_custom_format_when_renaming: bool = False
    specifications: list[ConditionBody] = []


async def save(request: web.Request) -> web.Response:
    """What changes nothing is accepted; all else belongs into the file."""
    from radarr.domain.formats.decode import FormatError, decode_format

    named, body = _sought(request), await read(request, FormatBody)
    conditions = [{key: getattr(each, key) for key in each.__struct_fields__} for each in body.specifications]
    try:
        wanted = decode_format({"name": body.name, "specifications": conditions})
    except FormatError as error:
        raise Refused(str(error)) from error
    ours = named.format
    same = (wanted.name, wanted.conditions) == (ours.name, ours.conditions)
    if not same or body.include_custom_format_when_renaming is not ours.include_when_renaming:
        _refuse(named)
    return answer(format_shape(named), status=202)


async def remove(request: web.Request) -> web.Response:
    """Nothing is removed here."""
    _refuse(_sought(request))


async def add(_request: web.Request) -> web.Response:
    """Nothing is added here."""
    raise Conflict(
        "custom formats are declared in the configuration",
        remedy="write it to a file, name that under [[custom_format]], and reload",
    )


def _refuse(named: NamedFormat) -> NoReturn:
    raise Conflict(
        f"the custom format {named.format.name!r} is declared in {named.source} (custom_format)",
        remedy="change it there, and reload",
    )


ROUTES = [
    web.get("/api/v3/customformat", every),
    web.post("/api/v3/customformat", add),
    web.get(r"/api/v3/customformat/{id:\d+}", one),
    web.put(r"/api/v3/customformat/{id:\d+}", save),
    web.delete(r"/api/v3/customformat/{id:\d+}", remove),
]
