"""``handout``: a PDF without a screen, or one sentence that says what to mend."""

from __future__ import annotations

import json

import pytest
from pypdf import PdfReader

from desktop.main import main
from tests import child


@pytest.fixture(autouse=True)
def _application(qapp):
    """In this process the application of the tests is used; the first test has a process of its own."""


def text(file) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_it_works_without_a_screen(tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "whipple.pdf"
    done = child.run("-m", "desktop", "handout", "whipple", "--out", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Whipple procedure" in text(file)


def test_language_paper_print_and_questions(tmp_path):
    file = tmp_path / "a.pdf"
    options = ["--lang", "fr", "--paper", "a4", "--print-size", "large", "--questions", "q-pain,q-stay"]
    assert main(["handout", "appendectomy", "--out", str(file), *options]) == 0
    reader = PdfReader(file)
    assert round(reader.pages[0].mediabox.height) == 842
    assert reader.root_object["/Lang"] == "fr"
    assert "Questions à poser" in text(file)


def test_no_questions(tmp_path):
    file = tmp_path / "a.pdf"
    assert main(["handout", "appendectomy", "--out", str(file), "--questions", "none"]) == 0
    assert "What exactly will be taken out" not in text(file)


def test_several_topics_and_the_card(tmp_path):
    file = tmp_path / "a.pdf"
    assert main(["handout", "appendectomy", "pain", "carcinoid-crisis-card", "--out", str(file)]) == 0
    found = text(file)
    assert "Medical alert: carcinoid crisis" in found
    assert "Alerte médicale" in found


def test_the_clinic_of_the_settings_stands_on_top(tmp_path, monkeypatch):
    folder = tmp_path / "net-surgery-guide"
    folder.mkdir()
    (folder / "settings.json").write_text(json.dumps({"clinic_name": "Hill Clinic", "clinic_phone": "555-0100"}))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    file = tmp_path / "a.pdf"
    assert main(["handout", "pain", "--out", str(file)]) == 0
    assert text(file).index("Hill Clinic") < text(file).index("555-0100") < text(file).index("Pain")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["whiple", "--out", "a.pdf"], "There is no topic 'whiple'; did you mean 'whipple'?"),
        (["whipple", "--out", "missing/a.pdf"], "There is no folder missing."),
        (["whipple", "--out", "."], "Cannot write"),
        (["whipple", "--out", "a.pdf", "--questions", "q-sty"], "There is no question 'q-sty'; did you mean 'q-stay'?"),
        (["whipple"], "The following arguments are required: --out"),
        (["--out", "a.pdf"], "The following arguments are required: ID"),
        (["whipple", "--out", "a.pdf", "--paper", "a5"], "Argument --paper: invalid choice"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(arguments, told, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["handout", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
