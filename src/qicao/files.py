"""Writing files so that nothing is lost: beside, fsync, then put in place; never over an existing file unasked."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from qicao.places import Finding, Place, SpeechError

_REASONS = {
    errno.ENOENT: "没有这个文件夹或文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "这个位置只能读",
    errno.ENOSPC: "磁盘满了",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EEXIST: "已经有同名的文件",
}


def reason(error: BaseException) -> str:
    """Why the system refused, in Chinese."""
    code = error.errno if isinstance(error, OSError) else None
    return _REASONS.get(code or 0) or getattr(error, "strerror", None) or "路径里有不能用的字符"


def write_file(path: Path, data: bytes, force: bool = False) -> None:
    """Write all of `data` or nothing. A link is followed, the permissions of a file written over are kept.

    Raises SpeechError when the target exists (and not `force`), is a folder, or cannot be written.
    """
    place = Place(str(path))
    beside: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise SpeechError([Finding("输出", "这是一个文件夹", "写上文件名，如 讲话.docx", place)])
        exists = target.exists()
        if exists and not (force and target.is_file()):
            hint = "换一个名字，或者加 --force 覆盖" if target.is_file() else "换一个名字"
            raise SpeechError([Finding("已存在", "这个文件已经有了，没有动它", hint, place)])
        beside = target.with_name(f".qicao-{os.getpid()}")
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if exists:
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except (OSError, ValueError) as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()
        hint = "检查文件夹在不在、有没有写权限、文件是不是正在 Word 里开着"
        raise SpeechError([Finding("输出", f"写不进去（{reason(error)}）", hint, place)]) from error
