"""A file becomes a tree, or one refusal that says what is wrong and where."""

import gc
import io
import os
import socket
import sys
from pathlib import Path

import pytest

from tui.dossier.files import Refused, decode, read_file, read_stdin
from tui.dossier.format.read_toml import parse, source_line


def refusal(data: bytes | str) -> Refused:
    with pytest.raises(Refused) as caught:
        parse(data.encode() if isinstance(data, str) else data)
    return caught.value


def file_refusal(path: str | os.PathLike[str], limit: int = 1000) -> Refused:
    with pytest.raises(Refused) as caught:
        read_file(path, limit)
    return caught.value


class TestFiles:
    def test_an_ordinary_file_is_read_whole(self, tmp_path: Path) -> None:
        file = tmp_path / "a.toml"
        file.write_bytes(b"a = 1\r\n\0\xff" * 300_000)
        assert read_file(file) == read_file(str(file)) == file.read_bytes()

    def test_a_link_to_a_file_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "a").write_bytes(b"x")
        (tmp_path / "b").symlink_to("a")
        assert read_file(tmp_path / "b") == b"x"

    def test_what_is_no_file_is_refused_without_waiting(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        os.mkfifo("pipe")
        Path("loop").symlink_to("loop")
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("socket")
            codes = {
                name: file_refusal(name).code for name in ["pipe", ".", "socket", "/dev/zero", "loop", "none", "none/x"]
            }
        assert codes == {
            "pipe": "not-a-file",
            ".": "directory",
            "socket": "not-a-file",
            "/dev/zero": "not-a-file",
            "loop": "link-loop",
            "none": "no-such-file",
            "none/x": "no-such-file",
        }

    def test_a_file_that_becomes_a_pipe_when_it_is_opened_is_refused_without_waiting(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ordinary = os.stat_result((0o100644, 0, 0, 1, 0, 0, 1, 0, 0, 0))
        os.mkfifo(tmp_path / "pipe")
        monkeypatch.setattr(os, "stat", lambda _: ordinary)
        assert file_refusal(str(tmp_path / "pipe")).code == "not-a-file"

    @pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 5000, ""])
    def test_what_is_no_file_name_is_refused(self, name: str) -> None:
        assert file_refusal(name).code in ("bad-name", "no-such-file")

    def test_a_file_without_permission_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "a").touch()

        def denied(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", denied)
        assert file_refusal(tmp_path / "a").code == "not-permitted"

    def test_a_file_over_the_limit_is_refused_by_its_size(self, tmp_path: Path) -> None:
        file = tmp_path / "big"
        with file.open("wb") as out:
            out.truncate(1 << 40)
        refused = file_refusal(file, 64 << 20)
        assert (refused.code, refused.what) == ("too-big", "it is larger than the limit of 64 MiB")
        file.write_bytes(b"x" * 1000)
        assert len(read_file(file, 1000)) == 1000
        assert file_refusal(file, 999).code == "too-big"

    @pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs a file that does not know its size")
    def test_a_file_that_grows_over_the_limit_is_refused_while_it_is_read(self) -> None:
        assert file_refusal("/proc/self/maps", 100).code == "too-big"


class TestStandardInput:
    def given_stdin(self, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    def test_it_is_read_whole(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.given_stdin(monkeypatch, b"\xffx" * 900_000)
        assert read_stdin() == b"\xffx" * 900_000

    def test_it_has_the_same_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.given_stdin(monkeypatch, b"x" * 101)
        with pytest.raises(Refused, match="larger than the limit of 100 bytes"):
            read_stdin(100)

    def test_a_program_without_one_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", None)
        with pytest.raises(Refused, match="no standard input"):
            read_stdin()

    def test_a_closed_one_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.given_stdin(monkeypatch, b"")
        sys.stdin.buffer.close()
        with pytest.raises(Refused, match="closed"):
            read_stdin()


class TestBytes:
    def test_a_byte_order_mark_is_taken_off(self) -> None:
        assert parse(b"\xef\xbb\xbfa = 1").tree == {"a": 1}
        assert parse(b"\xef\xbb\xbfa = 1").text == "a = 1"

    @pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf_16_is_named(self, codec: str) -> None:
        refused = refusal("a = 1".encode(codec))
        assert (refused.code, refused.hint) == ("utf-16", "save it as UTF-8")

    @pytest.mark.parametrize(
        ("data", "line", "column"),
        [(b"\xff", 1, 1), (b"a = 1\r\nb = '\xc3\xa9\xe9'", 2, 7), (b"\xef\xbb\xbfa\xff", 1, 2), (b"\n\n\xe9", 3, 1)],
    )
    def test_a_byte_that_is_not_utf_8_is_located(self, data: bytes, line: int, column: int) -> None:
        refused = refusal(data)
        assert (refused.code, refused.line, refused.column) == ("not-utf-8", line, column)

    def test_other_texts_are_decoded_the_same_way(self) -> None:
        assert decode(b"\xef\xbb\xbfHe said\r\n") == "He said\r\n"
        with pytest.raises(Refused, match="0xe9 is not valid UTF-8"):
            decode(b"caf\xe9")


def test_the_tree_is_clean_and_the_text_is_as_it_came() -> None:
    parsed = parse(b'"k\\u001b" = ["\\u202e", 1974-09-14]\r\n')
    assert list(parsed.tree) == ["k␛"]
    assert parsed.text == '"k\\u001b" = ["\\u202e", 1974-09-14]\r\n'


def test_the_garbage_collector_is_left_as_it_was() -> None:
    parse(b"a = 1")
    assert gc.isenabled()
    gc.disable()
    try:
        parse(b"a = 1")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_source_line_is_shown_clean_and_cut() -> None:
    text = "one\r\n\ttwo\x1b\n" + "x" * 1000
    assert source_line(text, 1) == "one"
    assert source_line(text, 2) == " two␛"
    assert source_line(text, 3) == "x" * 199 + "…"
    assert source_line(text, 4) == ""
    assert source_line("", 1) == ""


def test_no_memory_is_a_refusal_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import tomli

    def loads(_: str) -> None:
        raise MemoryError

    monkeypatch.setattr(tomli, "loads", loads)
    assert refusal("a = 1").code == "no-memory"
