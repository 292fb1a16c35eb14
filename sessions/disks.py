"""What kind of folder a file lies in: on this machine's own disk, or one that is synchronised or reached over a network."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "min enhet": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "sharepoint": "SharePoint",
    "box sync": "Box",
}
_NETWORK_KINDS = re.compile(
    r"nfs\d?|cifs|smb\w*|afs|ncpfs|9p|davfs|ceph|glusterfs|lustre|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|onedriver|google-drive-ocamlfuse|s3fs)"
)
MOUNTS = Path("/proc/mounts")


def is_synced_or_network(path: Path) -> str | None:
    """Why a live session file should not lie at `path`, as a Swedish phrase for "i …", or None on an ordinary local disk.

    A client that synchronises uploads the files of a database one by one, and write-ahead logging does not work
    over a network. Nothing has to exist at `path`.
    """
    text = str(path)
    if text.startswith(("\\\\", "//")):
        return "en nätverksmapp"
    for part in re.split(r"[\\/]", str(_resolved(path))):
        if name := _synced_name(part):
            return f"en mapp som synkas med {name}"
    return "en nätverksmapp" if _on_network_disk(_resolved(path)) else None


def _resolved(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError):  # a loop of links, no home: judge it as it was written
        return path


def _synced_name(part: str) -> str | None:
    # "OneDrive - Granby kommun", "Dropbox (Privat)", "OneDrive-Personal": the name, then anything that is no letter.
    lowered = part.casefold()
    for start, name in _SYNCED.items():
        if lowered == start or (lowered.startswith(start) and not lowered[len(start)].isalnum()):
            return name
    return None


def _on_network_disk(path: Path) -> bool:
    if sys.platform == "win32":  # pragma: no cover
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == remote)
    try:
        lines = MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:  # macOS has no such list: there the names above are all there is to go by
        return False
    best, kind = Path("/"), ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        mounted = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1]))
        if len(mounted.parts) >= len(best.parts) and path.is_relative_to(mounted):
            best, kind = mounted, fields[2]
    return _NETWORK_KINDS.fullmatch(kind) is not None
