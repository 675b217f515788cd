"""Files that the standard `age` tool opens: sealed with a passphrase, or for the keys of other people.

The format is https://age-encryption.org/v1 (C2SP, “The age file encryption format”). What is sealed for keys is made by
`pyrage`, which reads every kind of key and does not keep the interpreter waiting. With a passphrase it would: it works
on whole files in memory and stops every thread of the program for seconds. So those few lines of the format are made
here, from `cryptography`'s parts: scrypt, HKDF, HMAC and the same STREAM as in `format.py`. Tests open what is made
with `pyrage` and with `age`, and the other way round. docs/decisions/0013-takeout.md says more.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import io
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from headshot_desktop.core.errors import Bug, HeadshotError, UserError
from headshot_desktop.vault.format import CHUNK, TAG, wipe

if TYPE_CHECKING:
    from cryptography.utils import Buffer

Write = Callable[["Buffer"], object]
Read = Callable[[int], bytes]

WORK: Final = 18
"""Binary logarithm of scrypt's N: age's own default; 256 MiB and one to two seconds on a desktop computer."""
MOST_WORK: Final = 22
"""As age has it: a file that asks for more is refused, or it could stop this computer."""
LEAST: Final = 12
"""Characters of a passphrase."""
LEAST_DIFFERENT: Final = 6

_VERSION = b"age-encryption.org/v1"
_SCRYPT = b"age-encryption.org/v1/scrypt"
_STANZA = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n--- ([A-Za-z0-9+/]{43})\n"
)
_HEADER_BYTES = 200
_SALT = _FILE_KEY = _NONCE = 16
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 5, 4
_NO_NONCE = bytes(12)


class NotOpened(UserError):
    """The passphrase is another one, or the file is not what was sealed; which of both cannot be told."""

    default_code = "age-not-opened"

    def __init__(self) -> None:
        super().__init__("The file does not open: the passphrase is another one, or the file was changed.")


def suggestion() -> str:
    """A new passphrase: five groups of four out of 31 characters that nobody mistakes for each other, 99 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def check_passphrase(secret: Buffer) -> None:
    """Raise `UserError` for a passphrase (UTF-8) that is too short, too plain, or that `age` could not be given."""
    passphrase = bytes(secret).decode("utf-8", "replace")
    if not passphrase.isprintable() or passphrase != passphrase.strip():
        raise UserError(
            "A passphrase begins and ends with a character that can be seen. Choose another one.",
            code="passphrase-unusable",
        )
    if len(passphrase) < LEAST or len(set(passphrase)) < LEAST_DIFFERENT:
        raise UserError(
            "Choose a passphrase of at least {least} characters, {different} of them different.",
            code="passphrase-weak",
            least=LEAST,
            different=LEAST_DIFFERENT,
        )


# ---------------------------------------------------------------------- with a passphrase


def seal_with_passphrase(passphrase: Buffer, pieces: Iterable[Buffer], write: Write, *, work: int = WORK) -> None:
    """Seal `pieces`, one after the other, as one age file.

    Memory: two chunks, and what scrypt needs. Each piece is used up before the next is asked for.

    Args:
        passphrase: UTF-8, see `check_passphrase`; the caller wipes it.
        pieces: the content.
        write: takes the file's bytes in order.
        work: binary logarithm of scrypt's N.
    """
    salt, file_key = secrets.token_bytes(_SALT), bytearray(secrets.token_bytes(_FILE_KEY))
    try:
        wrapped = ChaCha20Poly1305(_stretched(passphrase, salt, work)).encrypt(_NO_NONCE, file_key, None)
        head = b"%s\n-> scrypt %s %d\n%s\n---" % (_VERSION, _encoded(salt), work, _encoded(wrapped))
        write(head + b" " + _encoded(_mac(file_key, head)) + b"\n")
        nonce = secrets.token_bytes(_NONCE)
        write(nonce)
        cipher = _payload_cipher(file_key, nonce)
    finally:
        wipe(file_key)
    _seal_payload(cipher, pieces, write)


def open_with_passphrase(passphrase: Buffer, read: Read, use: Write, *, most_work: int = MOST_WORK) -> None:
    """Open an age file that was sealed with a passphrase; `use` sees content before the file's end is known to hold.

    Args:
        passphrase: of the file.
        read: gives at most so many bytes of the file, and none at its end.
        use: takes the content in order; each piece is wiped when it returns.
        most_work: a file that asks for more is not opened.

    Raises:
        NotOpened: another passphrase, or a file that was changed or cut anywhere.
    """
    held = _Held(read)
    found = _STANZA.match(held.peek(_HEADER_BYTES))
    if found is None or not 1 <= int(found[2]) <= most_work:
        raise NotOpened
    head = found[0][: found.start(4) - 1]
    file_key = bytearray()
    try:
        wrapping = ChaCha20Poly1305(_stretched(passphrase, _decoded(found[1]), int(found[2])))
        file_key += wrapping.decrypt(_NO_NONCE, _decoded(found[3]), None)
        if len(file_key) != _FILE_KEY or not hmac.compare_digest(_mac(file_key, head), _decoded(found[4])):
            raise NotOpened
        held.take(found.end())
        nonce = held.take(_NONCE)
        if len(nonce) != _NONCE:
            raise NotOpened
        cipher = _payload_cipher(file_key, nonce)
        _open_payload(cipher, held, use)
    except (InvalidTag, binascii.Error):
        raise NotOpened from None
    finally:
        wipe(file_key)


def _stretched(passphrase: Buffer, salt: bytes, work: int) -> bytearray:
    key = bytearray(32)
    Scrypt(salt=_SCRYPT + salt, length=32, n=1 << work, r=8, p=1).derive_into(passphrase, key)
    return key


def _derived(file_key: Buffer, salt: bytes | None, info: bytes) -> bytearray:
    key = bytearray(32)
    HKDF(SHA256(), 32, salt, info).derive_into(file_key, key)
    return key


def _mac(file_key: Buffer, head: bytes) -> bytes:
    return hmac.digest(bytes(_derived(file_key, None, b"header")), head, "sha256")


def _payload_cipher(file_key: Buffer, nonce: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))


def _chunk_nonce(number: int, *, last: bool) -> bytes:
    return (number << 8 | last).to_bytes(12, "big")


def _seal_payload(cipher: ChaCha20Poly1305, pieces: Iterable[Buffer], write: Write) -> None:
    """Chunks of 64 KiB; a full one waits until it is known whether more comes, for the last one is marked."""
    chunk, filled, number = bytearray(CHUNK), 0, 0
    try:
        for piece in pieces:
            with memoryview(piece).cast("B") as view:
                at = 0
                while at < len(view):
                    if filled == CHUNK:
                        write(cipher.encrypt(_chunk_nonce(number, last=False), chunk, None))
                        filled, number = 0, number + 1
                    count = min(CHUNK - filled, len(view) - at)
                    with memoryview(chunk) as target:  # assigning to the array itself would leave a copy in memory
                        target[filled : filled + count] = view[at : at + count]
                    filled, at = filled + count, at + count
        with memoryview(chunk) as target:
            write(cipher.encrypt(_chunk_nonce(number, last=True), target[:filled], None))
    finally:
        wipe(chunk)


def _open_payload(cipher: ChaCha20Poly1305, held: _Held, use: Write) -> None:
    number, last = 0, False
    plain = bytearray(CHUNK)
    try:
        while not last:
            sealed = held.take(CHUNK + TAG)
            last = not held.peek(1)
            size = len(sealed) - TAG
            if size < 0 or (size == 0 and number):
                raise NotOpened
            with memoryview(plain) as target:
                cipher.decrypt_into(_chunk_nonce(number, last=last), sealed, None, target[:size])
                use(target[:size])
            number += 1
    finally:
        wipe(plain)


class _Held:
    """Looks ahead in what can only be read once."""

    def __init__(self, read: Read) -> None:
        self._read, self._ahead = read, b""

    def peek(self, count: int) -> bytes:
        """The next bytes, at most `count`; they are still to be taken."""
        while len(self._ahead) < count and (more := self._read(max(count, CHUNK) - len(self._ahead))):
            self._ahead += more
        return self._ahead[:count]

    def take(self, count: int) -> bytes:
        """The next bytes, fewer at the end only."""
        taken = self.peek(count)
        self._ahead = self._ahead[len(taken) :]
        return taken


def _encoded(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")


def _decoded(text: bytes) -> bytes:
    """Base64 in its one canonical form; everything else is no text that age writes."""
    content = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if _encoded(content) != text:
        raise NotOpened
    return content


# ---------------------------------------------------------------------- for the keys of others


def check_key(key: str) -> None:
    """Raise `UserError` for what is no public key of age (`age1…`) or of ssh (`ssh-ed25519 …`, `ssh-rsa …`)."""
    _recipient(key)


def seal_for(keys: Sequence[str], pieces: Iterable[Buffer], write: Write) -> None:
    """Seal `pieces` so that who has the secret part of one of the keys can open them; see `seal_with_passphrase`.

    Raises:
        UserError: one of the keys is none.
    """
    import pyrage

    recipients = [_recipient(key) for key in keys]
    source, target = _Source(pieces), _Target(write)
    words = ""
    try:
        pyrage.encrypt_io(source, target, recipients)
    except pyrage.EncryptError as error:
        words = str(error)
    # It knows the failures of what it reads and writes as words only, and swallows one of the last bytes.
    failure = source.failure or target.failure or (Bug(words) if words else None)
    if failure is not None:
        raise failure


def _recipient(key: str) -> object:
    import pyrage

    words = key.split()
    kind = pyrage.ssh if words and words[0].startswith("ssh-") else pyrage.x25519
    if "PRIVATE" in key or "SECRET" in key:
        raise UserError(
            "This is the secret part of a key, which nobody but its owner should see. Use the public part, which "
            "begins with “age1” or “ssh-”.",
            code="key-secret",
        )
    try:
        if len(words) > (1 if kind is pyrage.x25519 else 3):  # an ssh key may have a comment
            raise ValueError(key)
        made: object = kind.Recipient.from_str(" ".join(words))
    except (pyrage.RecipientError, ValueError):
        raise UserError(
            "This is no public key that can be used. It begins with “age1”, “ssh-ed25519” or “ssh-rsa”. Copy the whole "
            "line.",
            code="key-unusable",
        ) from None
    return made


class _Source(io.RawIOBase):
    """Pieces as a file that can be read."""

    def __init__(self, pieces: Iterable[Buffer]) -> None:
        self._pieces: Iterator[Buffer] = iter(pieces)
        self._rest = memoryview(b"")
        self.failure: OSError | HeadshotError | None = None

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes of the piece that it is at."""
        try:
            while not len(self._rest):
                following = next(self._pieces, None)
                if following is None:
                    return b""
                self._rest = memoryview(following).cast("B")
        except (OSError, HeadshotError) as error:
            self.failure = error
            raise
        part = bytes(self._rest[:size]) if size >= 0 else bytes(self._rest)
        self._rest = self._rest[len(part) :]
        return part


class _Target(io.RawIOBase):
    """A function as a file that can be written."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.failure: OSError | HeadshotError | None = None

    def write(self, content: Buffer) -> int:  # type: ignore[override]
        """All of it."""
        try:
            self._write(content)
        except (OSError, HeadshotError) as error:
            self.failure = error
            raise
        return len(memoryview(content))
