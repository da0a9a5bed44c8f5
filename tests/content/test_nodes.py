"""YAML as text: what an author typed comes back exactly, and nothing an attacker types does harm."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content import nodes
from desktop.content.nodes import Listing, Mapping, Text
from desktop.content.problems import Report
from tests import child
from tests.attacks.bombs import laughs, merges
from tests.guides import messages, shipped_text, small


def read(data: str | bytes) -> tuple[Mapping | None, list[str]]:
    """The tree of a file, and its problems without the file's name."""
    report = Report("f")
    top = nodes.read(data if isinstance(data, bytes) else data.encode(), report)
    return top, [str(problem).removeprefix("f:") for problem in report.problems()]


def value_of(text: str, key: str = "a") -> str:
    """The text under a key of a file without problems."""
    top, found = read(text)
    assert found == []
    assert top is not None
    node = top.fields[key]
    assert isinstance(node, Text)
    return node.value


def seconds(data: str | bytes) -> float:
    """How long it takes to read a file, without what other programs take."""
    start = time.process_time()
    read(data)
    return time.process_time() - start


# What an author typed comes back exactly

NORWAY = [
    "NO", "No", "no", "Yes", "on", "off", "y", "N", "true", "True", "FALSE", "null", "NULL", "~", "None", "12:30",
    "1:10", "1:20:30", "1_000", "1.10", "017", "0o17", "0x1F", "0b11", "2026-01-02", "2026-01-02T03:04:05Z",
    "2001-13-45", "1e3", "12e03", ".5", "1.", ".inf", "-.inf", ".nan", "+1", "-0", "007", "1,000", "1/2", "911",
    "1-888-939-3333", "=", "<<", "38.0", "5–7", "1.0.0",
]  # fmt: skip


def test_there_are_at_least_40_literals_that_yaml_would_change():
    assert len(set(NORWAY)) >= 40


@pytest.mark.parametrize("literal", NORWAY)
def test_a_plain_word_or_number_stays_the_text_that_was_typed(literal):
    assert value_of(f"a: {literal}\n") == literal


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a: 'it’s: a «text» – 38\u00a0°C'", "it’s: a «text» – 38\u00a0°C"),
        ("a: 'don''t'", "don't"),
        ('a: "tab\\there"', "tab\there"),
        ("a: >-\n  one\n  two", "one two"),
        ("a: |-\n  one\n  two", "one\ntwo"),
        ("a: <b>not bold</b> & **not either**", "<b>not bold</b> & **not either**"),
        ("a: Whipple (PPPD) # a note", "Whipple (PPPD)"),
        ("a:", ""),
        ("a: 日本語 العربية 🫀", "日本語 العربية 🫀"),
    ],
)
def test_quotes_blocks_and_foreign_letters_keep_their_text(written, meant):
    assert value_of(written + "\n") == meant


def test_every_place_is_the_line_and_column_an_editor_shows():
    top, _ = read("one: 1\ntwo:\n  - three\n  - four: é4\n    five: 5\n")
    listing = top.fields["two"]
    assert isinstance(listing, Listing)
    entry = listing.items[1]
    assert isinstance(entry, Mapping)
    assert top.key_places["two"] == (2, 1)
    assert listing.items[0].place == (3, 5)
    assert entry.place == (4, 5)
    assert entry.fields["four"].place == (4, 11)
    assert entry.key_places["five"] == (5, 5)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_places_do_not_depend_on_the_system_that_wrote_the_line_breaks(line_break):
    _, found = read(line_break.join(["a: 1", "b: 2", "a: 3", "c: \u200b", ""]))
    assert found == [
        "3:1: error: the key 'a' is here twice (first in line 1); keep one",
        "4:4: error: the hidden or control character U+200B is not allowed; delete it",
    ]


def test_a_byte_order_mark_at_the_start_is_no_fault():
    assert value_of("\ufeffa: 1\n") == "1"


# What is refused, each with its place


def test_each_of_50_duplicate_keys_is_told_with_both_lines():
    _, found = read("".join(f"k{number}: 1\n" for number in range(50)) * 2)
    assert found == [
        f"{number + 51}:1: error: the key 'k{number}' is here twice (first in line {number + 1}); keep one"
        for number in range(50)
    ]


def test_of_two_equal_keys_the_first_is_kept():
    top, _ = read("a: first\na: second\n")
    assert [node.value for node in top.fields.values()] == ["first"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &x 1\n", ["1:4: error: the anchor &x is not allowed; delete it"]),
        ("a: &x [1]\n", ["1:4: error: the anchor &x is not allowed; delete it"]),
        ("a: 1\nb: &x {c: 1}\n", ["2:4: error: the anchor &x is not allowed; delete it"]),
        ("a: !!int 1\n", ["1:4: error: the tag tag:yaml.org,2002:int is not allowed; delete it"]),
        ("a: !!python/object/apply:os.system [x]\n", ["1:4: error: the tag tag:yaml.org,2002:python/object/apply:os."]),
        ("a:\n  b: !x 1\n", ["2:6: error: the tag !x is not allowed; delete it"]),
        ("a: 1\n<<: {b: 1}\n", ["2:1: error: the merge key '<<' is not allowed; write the fields out"]),
        ("a: 1\n---\nb: 2\n", ["2:1: error: a second document starts here (---); one file holds one document"]),
        ("? [a]\n: 1\n", ["1:3: error: a key must be a plain word"]),
        ("? {a: 1}\n: 1\n", ["1:3: error: a key must be a plain word"]),
        ("a: &x 1\nb: *x\n", ["1:4: error: the anchor &x", "2:4: error: the reference *x is not allowed; write"]),
    ],
)
def test_what_changes_the_meaning_of_a_text_is_refused(text, told):
    _, found = read(text)
    assert len(found) == len(told)
    assert all(message.startswith(start) for message, start in zip(found, told, strict=True))


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a:\n\tb: 1\n", "2:1", "a tab is used to indent; use spaces"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "a tab is used to indent; use spaces"),
        ("a: one: two\n", "1:7", "a colon followed by a space inside a text: put the whole text between quotation"),
        ("a: 1\nb c\nd: 2\n", "3:1", "a key without a colon, or a text that is not indented under its key"),
        ("a:\n    b: 1\n  c: 2\n", "3:3", "the indentation does not fit the lines above, or a quotation mark is not"),
        ("a: 1\nb: 'open\nc: 2\n", "2:4", "the quotation mark here is never closed; close it in its own line"),
        ('a: 1\nb: "open\nc: 2\n', "2:4", "the quotation mark here is never closed; close it in its own line"),
        ("a: @x\n", "1:4", "this is not readable as YAML ("),
        ("a: 1\nb: [1, 2\nc: 3\nd: 4\n", "2:4", "the bracket [ here is never closed; close it in its own line"),
        ("a: 1\nb: {c: 1\nd: 2\ne: 3\n", "2:4", "the bracket { here is never closed; close it in its own line"),
        ('a: "\\ud800"\n', "1:7", "this is not readable as YAML (found invalid Unicode character escape code)"),
        ('a: "\\UFFFFFFFF"\n', "1:7", "this is not readable as YAML (found invalid Unicode character escape code)"),
    ],
)
def test_what_is_not_yaml_is_told_once_with_a_hint(text, place, hint):
    top, found = read(text)
    assert top is None
    assert len(found) == 1
    assert found[0].startswith(f"{place}: error: {hint}")


HIDDEN = (
    "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\x9f\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e"
    "\u2060\u2066\u2069\ufdd0\ufeff\ufff9\ufffe\uffff\U000e0041"
)


def test_at_least_25_hidden_characters_are_tried():
    assert len(HIDDEN) >= 25


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_a_hidden_character_is_refused_at_its_place(character):
    _, found = read(f"a: é one\nb: xé{character}y\n")
    assert found == [f"2:6: error: the hidden or control character U+{ord(character):04X} is not allowed; delete it"]


@pytest.mark.parametrize("escape", ["\\0", "\\x1b", "\\u202E", "\\u2066", "\\N", "\\L", "\\ufeff"])
def test_a_hidden_character_written_as_an_escape_is_refused_too(escape):
    top, found = read(f'a: 1\nb: "x{escape}y"\n')
    assert len(found) == 1
    assert found[0].startswith("2:4: error: the hidden or control character U+")
    assert top.fields["b"].value == "xy"


def test_many_hidden_characters_cost_no_more_time_than_few():
    """Counting lines anew for each of them would take minutes."""
    text = "a: " + "\0" * 200_000
    assert read(text)[1][-1].endswith(" more problems are not shown; mend these first")
    assert seconds(text) < 2


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_is_refused_with_what_to_do(mark):
    assert read(mark + "a: 1\n".encode("utf-16-le")) == (
        None,
        ["1:1: error: the file is saved as UTF-16; save it again as UTF-8"],
    )


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"a: 1\nb: x\xffy\n", "2:5", "0xff"),
        ("a: é\nb: é".encode() + b"\xe9\n", "2:5", "0xe9"),
        (b"\xef\xbb\xbfab\xff", "1:3", "0xff"),
        (b"\xed\xa0\x80", "1:1", "0xed"),
        (b"a: 1\rb: \x80", "2:4", "0x80"),
        ("é".encode("latin-1"), "1:1", "0xe9"),
    ],
)
def test_bytes_that_are_not_utf_8_are_told_with_line_and_column(data, place, byte):
    expected = f"{place}: error: the byte {byte} is not UTF-8 text; save the file again as UTF-8"
    assert read(data) == (None, [expected])


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_told(text):
    top, found = read(text)
    assert top is None
    assert [message.split(": ", 1)[1] for message in found] == [
        "error: the file must start with keys such as 'guide:'; it holds none"
    ]


@pytest.mark.parametrize(("text", "place"), [("- a\n- b\n", "1:1"), ("just words\n", "1:1"), ("\n\n[a]\n", "3:1")])
def test_a_file_whose_top_is_no_mapping_is_told(text, place):
    assert read(text) == (None, [f"{place}: error: the file must start with keys such as 'guide:'; it holds none"])


# What is meant to do harm


def test_32_levels_are_read_and_33_are_refused_where_they_begin():
    assert read("a: " + "[" * 31 + "]" * 31 + "\n")[1] == []
    assert read("a: " + "[" * 32 + "]" * 32 + "\n") == (
        None,
        ["1:35: error: nested more than 32 levels deep; the guide needs 7"],
    )


_SMALL_STACK = "import resource; resource.setrlimit(resource.RLIMIT_STACK, (1 << 20, 1 << 20))\n"
_NEST = (
    _SMALL_STACK
    + """
from desktop.content import nodes
from desktop.content.problems import Report
for opened in ("[", "{a: ", "- ", "? "):
    for depth in (33, 1_000, 25_000, 100_000):
        report = Report("f")
        top = nodes.read(b"a:\\n  " + opened.encode() * depth, report)
        print(repr(opened), depth, top, *report.problems())
"""
)
_MUTANT = _SMALL_STACK + "import yaml; yaml.compose('[' * 100_000, Loader=yaml.CSafeLoader)"

needs_a_stack_limit = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit to set")


@needs_a_stack_limit
def test_no_depth_of_nesting_can_kill_the_program():
    """PyYAML's own loaders die of a signal there, which nothing can catch."""
    done = child.run("-c", _NEST)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) == 16
    assert all(line.endswith(" levels deep; the guide needs 7") and " None f:" in line for line in lines)


@needs_a_stack_limit
def test_the_nesting_test_would_notice_a_loader_that_dies():
    assert child.run("-c", _MUTANT).returncode < 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(laughs(), id="a billion laughs"),
        pytest.param(merges(), id="merge keys"),
        pytest.param("a: &a [*a]", id="a list that holds itself"),
        pytest.param("a: &a {x: *a}", id="a mapping that holds itself"),
        pytest.param("a: &a !!map {*a : *a}", id="a key that is its own mapping"),
        pytest.param("k: 1\n" * 50_000, id="50,000 equal keys"),
        pytest.param("a: 1\n" + "--- 1\n" * 10_000, id="10,000 documents"),
    ],
)
def test_a_bomb_is_refused_without_going_off(text):
    _, found = read(text)
    assert 0 < len(found) <= 501
    assert any(seconds(text) < 1 for _ in range(4))


def test_a_text_of_30_megabytes_is_refused_at_once_with_one_message():
    data = b'a: "' + b"x" * 30_000_000 + b'"\n'
    top, found = read(data)
    assert found == ["1:4: error: this text is too long (30000000 characters; at most 20000)"]
    assert len(top.fields["a"].value) < 100
    assert any(seconds(data) < 1 for _ in range(4)), "a busy machine may be slow once, not four times"


def test_a_text_of_20000_characters_is_read_whole():
    assert value_of("a: " + "x" * 20_000) == "x" * 20_000


def test_a_file_over_64_megabytes_is_refused_by_its_size_alone():
    data = bytes(nodes.MOST_BYTES + 1)
    assert read(data) == (None, ["1:0: error: the file is too large (65 MB; at most 64 MB): split or shorten it"])
    assert seconds(data) < 0.1


_WITHOUT_C = """
import yaml
del yaml.CSafeLoader
from tests.guides import messages, small
print(repr(small()))
print(messages("guide:\\n  a: &x 1\\n  b: \\u202e2\\n" + "z: " + "[" * 500))
"""


def test_without_the_c_library_of_yaml_everything_is_the_same():
    done = child.run("-c", _WITHOUT_C, PYTHONUTF8="1")
    assert done.stderr == ""
    found = messages("guide:\n  a: &x 1\n  b: \u202e2\n" + "z: " + "[" * 500)
    assert done.stdout.splitlines() == [repr(small()), repr(found)]
    assert len(found) == 3


# Whatever comes, it ends in a tree or in problems


def assert_a_tree_or_problems(data: bytes) -> None:
    report = Report("f")
    top = nodes.read(data, report)
    assert top is None or isinstance(top, Mapping)
    assert top is not None or report.has_errors()
    lines = data.decode("utf-8", "replace").count("\n") + data.count(b"\r") + 1
    assert all(1 <= each.place.line <= lines + 1 and "\n" not in each.message for each in report.problems())


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_tree_or_in_problems(data):
    assert_a_tree_or_problems(data)


@given(st.text(st.sampled_from(list("ab:-?#&*!|>'\"%@`[]{},\n\r\t \\0<~=é\u2028\ufeff")), max_size=200))
def test_any_mix_of_the_characters_that_yaml_knows_ends_in_a_tree_or_in_problems(text):
    assert_a_tree_or_problems(text.encode())


SLICE = shipped_text()[40_000:44_000]


@given(st.data())
def test_any_damage_to_the_shipped_guide_ends_in_a_tree_or_in_problems(data):
    text = SLICE
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 60)))
        junk = st.text(st.sampled_from(list(":-?#&*!|>'\"[]{},\n\t \\\0\u202e")), max_size=6)
        text = text[:start] + data.draw(st.sampled_from(["", text[start:end] * 2, "- ", "\n"]) | junk) + text[end:]
    assert_a_tree_or_problems(text.encode())
