"""Writing files so that nothing is lost: beside, fsync, then put in place; never over an existing file unasked."""

from __future__ import annotations

import os
from pathlib import Path

from qicao.places import Finding, Place, SpeechError


def write_file(path: Path, data: bytes, force: bool = False) -> None:
    """Write all of `data` or nothing.

    Raises SpeechError when the target exists (and not `force`), is a folder, or cannot be written.
    """
    place = Place(str(path))
    if path.is_dir():
        raise SpeechError([Finding("输出", "这是一个文件夹", "写上文件名，如 讲话.docx", place)])
    if path.exists() and not force:
        raise SpeechError(
            [Finding("已存在", "这个文件已经有了，没有动它", "换一个名字，或者加 --force 覆盖", place)]
        )
    beside = path.with_name(f".qicao-{os.getpid()}-{path.name}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        if not isinstance(error, FileExistsError):
            beside.unlink(missing_ok=True)
        hint = "检查文件夹在不在、有没有写权限、文件是不是正在 Word 里开着"
        raise SpeechError([Finding("输出", f"写不进去（{error.strerror or error}）", hint, place)]) from error
