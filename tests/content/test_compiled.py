"""A guide kept as JSON: the same guide again, or nothing at all."""

from __future__ import annotations

import json
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.content import compiled, library, model
from desktop.content.model import Guide
from desktop.errors import UnreadableError
from tests.guides import RESOURCES, shipped, small

MARK = compiled.fingerprint(b"some yaml")
KEPT = compiled.write(small(), MARK)


@pytest.fixture
def path(tmp_path):
    return tmp_path / compiled.file_name("en")


def test_the_shipped_guide_comes_back_exactly(path):
    path.write_bytes(compiled.write(shipped(), MARK))
    assert compiled.read(path, MARK) == shipped()


def test_the_small_guide_comes_back_with_every_kind_of_record(path):
    """Equality of tuples does not tell a record from a plain tuple, so their kinds are compared too."""
    path.write_bytes(KEPT)
    back = compiled.read(path, MARK)
    assert back == small()
    assert repr(back) == repr(small())


def test_the_file_is_plain_json():
    assert json.loads(KEPT)["mark"] == MARK


def test_another_yaml_has_another_mark():
    marks = {compiled.fingerprint(data) for data in (b"", b"a", b"b", b"aa", b"some yaml")}
    assert len(marks) == 5


def test_a_changed_model_must_raise_the_format():
    """A file kept by an older program would otherwise be read with its fields in other places.

    If this fails, raise `compiled.FORMAT` and write the new pair here.
    """
    records = [each for each in vars(model).values() if isinstance(each, type) and hasattr(each, "_fields")]
    fields = sorted(f"{each.__name__}: {' '.join(each._fields)}" for each in records)
    assert (compiled.FORMAT, crc32("\n".join(fields).encode())) == (4, 941682486)


def test_its_beginning_tells_which_yaml_it_is_of(path):
    path.write_bytes(KEPT)
    assert compiled.is_of(path, MARK)
    assert not compiled.is_of(path, compiled.fingerprint(b"other yaml"))
    assert not compiled.is_of(path, MARK[:-1])
    assert not compiled.is_of(path.with_name("none"), MARK)


# Damage


def test_a_file_of_another_yaml_is_not_used(path):
    path.write_bytes(KEPT)
    assert compiled.read(path, compiled.fingerprint(b"other yaml")) is None


def test_a_file_that_is_not_there_is_not_used(path):
    assert compiled.read(path, MARK) is None


def test_a_folder_in_place_of_the_file_is_not_used(tmp_path):
    assert compiled.read(tmp_path, MARK) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 1000,
        b"null",
        b"[]",
        b"5",
        b'"text"',
        b"{}",
        b'{"mark":1}',
        b'{"guide":[]}',
        b"guide: yaml\n",
        b"\xff\xfe\xff",
        b"\x80\x04\x95pickle",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"mark":"%b","guide":[]}' % MARK.encode(),
        KEPT + b"\n",
        KEPT + KEPT,
        KEPT.decode().encode("utf-16"),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_was_not_written_by_the_program_is_not_used(path, data):
    path.write_bytes(data)
    assert compiled.read(path, MARK) is None


def sealed(body: bytes) -> bytes:
    """A file as the program writes it, around any body."""
    head = KEPT[: KEPT.index(b'"sum"')]
    return head + b'"sum":"%08x","guide":%b}' % (crc32(body), body)


def test_the_seal_of_these_tests_is_the_one_of_the_program():
    body = KEPT[KEPT.index(b'"guide":') + len(b'"guide":') : -1]
    assert sealed(body) == KEPT


@pytest.mark.parametrize(
    "body", [b"null", b"5", b"[]", b"{}", b"[1,2]", b"[" * 100_000, b"[" + b"[" * 990 + b"]" * 990 + b"]"]
)
def test_a_whole_file_around_something_else_is_not_used(path, body):
    path.write_bytes(sealed(body))
    assert compiled.read(path, MARK) is None


LISTS_AND_LEAVES = (None, 5, "text", True, [1], [[1]])
MAPPINGS = ({"a": 1}, {"a": ["b"]})


@pytest.mark.parametrize(
    ("field", "junk"),
    [(field, junk) for field in Guide._fields for junk in LISTS_AND_LEAVES]
    + [(field, junk) for field in Guide._fields for junk in MAPPINGS if field not in ("words", "paper")],
)
def test_a_field_of_a_wrong_kind_makes_the_file_worthless(path, field, junk):
    path.write_bytes(compiled.write(small()._replace(**{field: junk}), MARK))
    assert compiled.read(path, MARK) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(KEPT) - 1))
def test_a_file_cut_short_is_not_used(path, length):
    path.write_bytes(KEPT[:length])
    assert compiled.read(path, MARK) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(KEPT) - 1), st.integers(0, 7))
def test_a_single_flipped_bit_makes_the_file_worthless(path, place, bit):
    """It could turn 911 into 811 and still be JSON."""
    data = bytearray(KEPT)
    data[place] ^= 1 << bit
    path.write_bytes(data)
    assert compiled.read(path, MARK) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(KEPT)), st.integers(0, len(KEPT)), st.binary(max_size=20))
def test_a_part_exchanged_makes_the_file_worthless(path, start, end, junk):
    data = KEPT[:start] + junk + KEPT[end:]
    path.write_bytes(data)
    assert compiled.read(path, MARK) == (small() if data == KEPT else None)


# The front door


def test_a_guide_is_taken_from_the_first_place_that_has_it(tmp_path):
    name, data = library.compiled_form(RESOURCES, "en", shipped())
    empty, broken, good = (tmp_path / each for each in ("empty", "broken", "good"))
    for folder in (empty, broken, good):
        folder.mkdir()
    (broken / name).write_bytes(data[:-1])
    (good / name).write_bytes(data)
    assert library.load_compiled(RESOURCES, "en", (empty, broken, good)) == shipped()
    assert library.load_compiled(RESOURCES, "en", (empty, broken)) is None


def test_a_changed_yaml_makes_the_kept_guide_worthless(tmp_path):
    yaml = tmp_path / "content.yaml"
    yaml.write_bytes((RESOURCES / "content.yaml").read_bytes())
    name, data = library.compiled_form(tmp_path, "en", shipped())
    (tmp_path / name).write_bytes(data)
    assert library.load_compiled(tmp_path, "en", (tmp_path,)) is not None
    yaml.write_bytes(yaml.read_bytes() + b"\n")
    assert library.load_compiled(tmp_path, "en", (tmp_path,)) is None


def test_yaml_that_cannot_be_read_is_told_with_its_path(tmp_path):
    with pytest.raises(UnreadableError, match=r"Cannot read .*content\.yaml: No such file.* Check the path"):
        library.load_compiled(tmp_path, "en", ())
    (tmp_path / "content.yaml").mkdir()
    with pytest.raises(UnreadableError, match=r"Cannot read .*content\.yaml: Is a directory"):
        library.load(tmp_path, "en")
