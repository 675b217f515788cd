"""Photo files with damage, by seed: small pictures in every format that is read, and thousands of ways to break one."""

from __future__ import annotations

import base64
import io
import random
import struct
import zlib
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image

from headshot_desktop.engine.codec_samples import SAMPLES
from headshot_desktop.engine.finishing import srgb_profile

NOISY_HEIC = base64.b64decode(
    """
AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAaFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAA
IAAQAAAAABxQABAAAAAAAAB+0AAgAAAAAJsgABAAAAAAAAACQAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABF
eGlmAAAAAA5waXRtAAAAAAABAAAA4GlwcnAAAADAaXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAA
MAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoDCBBZbqSSmubgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2xybmNseAABAA0ABoAAAAAU
aXNwZQAAAAAAAABgAAAAQAAAABBwaXhpAAAAAAMICAgAAAAJaXJvdAMAAAAYaXBtYQAAAAAAAAABAAEFgQIDBIUAAAAaaXJlZgAAAAAAAAAOY2RzYwACAA
EAAQAACBltZGF0AAAH6SgBr1j5EAX7euNstgAFNM0Rgv85CRHF2Mg2EWYYcNSJLeyxrpv2Ez3uxnxYX6o3+X4fRGNClsQlmBvprF8OHDlUjj+Ey6L1Vyf0
b5hCCO2IoIv9r5gG5HmH8oBrNbV8xVZEK79nsdUUnwwM8P3FUuVx96qbWQInjf6fNawHIzCV5oz6ZN/8KULPAsLuH0DMqV/aaMJF4ENQaMxNCmCdFDbbCv
SofWpab0LtxBBW+piY39iZ0uLSm46jyWXIlZrQ84oRUiBdiz1fZf9/KYsm/r/OOAec9vZmxoQHDhazwg1TMehRP4ARd9ckwFFKKwOtwMaJgoL0nNJ4DjnV
oF5rjm2UD+fSDIPSbZD5x04w9ynyXLLhfQKgY33TC2zAVQhPhdki3TXg1IwwyRosLEwheGQOqQVbDm5H8d0aWRQ3rGJEgP9vI1v3knS2tfJkkZYi5Pu68f
txLqMGlwiJDkYtRUSEROazmyCN/+ZNxGIDoEK0GPDXhnHh364ZJ4v789sLB+O32+jOZ+cJjXTF40Y+p2YKiC5zGEKbfNCa75bXp29dW28zXl2LJgEovFwW
J47OuPlXnTYl0dDyY0ei+Hcz6jf5jhZYw8YAU2fHxGkLva0a+rZQSjliok9cvjA87pb/EMuEBt6Kkx+1DjA/I4OOi7X0qNjGwQFCJZB/w4UrbvxTwonQjY
jOW8QK1bMQmhDJKLEmHi7j3bjzDMsiixcXNPQ96ErirQS/r8PtcSHgu1aahFW115krA/juTywAZuwxTpbD8XwCb7LXFXpg3Vm9wmI6OS0OT7rGTALcx6hx
HwpQL9cl7JtZUDMBGynSXPwrgrBNmJRKkb3m92o9rmX93YLUT7VurcxmFwkLF24cXufAAhedPQHFnosG/xA3d0yV63klgc0+2aVl3F9BKbbnp0LqluluFG
1hIN3q9mIQuS8I2I6MXtwcwcQ1Pw0yjOLMjHjwC9DU7TSfl6i26xTsjsURzwuBHXxt9/kPz7KiieulFlvQW8A28W42JGgPJGpzOKvJ5FJTSfOXZZUj5rPs
mRnqBx7Wo7xI3E50HZ+F7NEhoKks5Q4KhZ4Tts5upbd8SgHgPIeL6Fhyda58fbsAUAC5F0taHJIawnHOFrLFxoE433LTaP7AQWpkrMvbHF/MEmZCSyn5Re
ywYIEiPuv3ClOjzZMUyeEO7o//qJ62oOyJzrLwvjb4v5ogYdk97TYgL1Uy3K9uE6usEXYv6CIrZ3Qngzl3cV5Osx5dIaCoByMDyb1DsB8D75hkAZ90HZk4
S9CciJ9AqIBR5JZJ5VWwhz42y10qMKcRAY6ly2RQKi2/14iCutdS61baLBEc5cVMAWW6X9QBoi7vbkx/cebOBOi2f6C0g3Qgee5GCmYXdZbr/6oy9sX8fR
gd72uMPhlsVK48sKqCPldXERutkiEMgmO8jGt22CizOGBV0I9yk9BSwyVOV7jlXBN54ExDO14z373+ikX2sxq56Z4AVr7kD44SQibhq9MwuSWSV6cxUuHK
tk4Uhk/3BFdDheXptvdd5mvbK2eI6AcLmoe446VGYvvePImrIj38GXkq0nv2JzxgNMP0ZJPHL5owp45O0yoPqVoyxGGbZVr4nrAxdO3fD3QNjo7Ut9elcr
Y/kjVzibUg57rLSjR3GEiHKoGTfn+V8Wxh2QMFk5fZVk0mli0VKvAuY1IGKEJ9MAX6eDO6BBW87HKdKj3RRVHSTxE6pvo5OjxcpRic9b4DyiTvUky0mxmu
mquWYD4ZAA+1IPT2y043crHMHHVNqSBpzfoVNT7YDTgCIuhqgPzyHF7ITIJn21qHEXwg0/cEHHE93qqCTXNMTPmj2KKKZ3/RrbdbhpTpjAUzFZtG71QIi1
yRhCwt1lGa3x9Ftzz7GzVLQnASfKhozA0ITy2tAokXI+pN0E0abLFxwJFzi3xNlFBkpt18G/Rlkx8CsDCRHLb+5wohMKaKVU+7bmrm+ROGG/OP2WmauQfM
BvpW6KgYPvD5R+y79klQINaRHM+79qhPH59ycCWCrQDzEw6rIt2Gc40qrO+ZgLkd8cmIoaX56N9zi8b/Q4HEV2+LIZE/hmA7Frj6NQ3Wti+lvnfr19e81K
32KKHXExmLwlrdYXfQRe/rNvX5NsICcN0mXWgUl7/pqPSrdxXu7krXYaa5grWD0tMHZk7cV6mRLvwdbDiX8RdbfREjZ7zifsAkwRgMdBwx5c4reGJBlo0m
+Cew3LAH0rww8Gf9AX9lrlYd6NiWlEMfqB75tn1VoeV4YSSbwIYz5iRsfyheo6b0HfZvbhXgxYo88S3LGkYBl8r2PHERyQ1UEuZpiRDIYhw0IW6y2Kkg2P
hXzy1vtcafaTIAmpt36ohq8kgOfLbLDwWP+LSk2AeVtQa8oH+kUvNa2kTGMAcNetj+5OaCYKhPlrPPynWjzPAKdlQNXF9L88zNwwvhmKcE/R4BQpEURLt8
ja+VfzRaQcpW8oj5Va9dXl3h/5TOLugBLwOsMAWPwruB0PAFtEILibsVGWjh0QwnmKUJEq3TE6xbCVSziWpxuj0eBOFO9pLwspgpK0zDuptWZHmnmdkesP
cpTYYidncJwe9R4zjlFnnglSU6SgLxctqCg7qxxp659daZwjy+HuB5ZibnlYjAOsYrnlpWQH5oMZFa5CYf+MwjaibWJDhs2BNjLcKvUKn4tUHD0eBIPCPf
16Gz8AAAAAZFeGlmAABNTQAqAAAACAABARIAAwAAAAEABgAAAAAAAA==
"""
)
"""96 × 64 pixels of gradients and noise, drawn for this purpose; nothing that the tests need can write HEIC."""


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def bases() -> dict[str, list[bytes]]:
    """Undamaged files by format, all below 20 kB."""
    pixels = np.random.default_rng(7).integers(0, 255, (64, 96, 3), np.uint8)
    pixels[16:48] = np.linspace(0, 255, 96).astype(np.uint8)[None, :, None]
    image = Image.fromarray(pixels)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "camera"
    exif.get_ifd(0x8825)[2] = (48.0, 8.0, 30.0)
    profile = srgb_profile()  # of a fixed date: a seed must give the same files in the next second too
    clear = image.convert("RGBA")
    clear.putalpha(image.convert("L"))
    deep = Image.fromarray(pixels[..., 0].astype(np.uint16) * 257)
    turned = image.transpose(Image.Transpose.ROTATE_90).resize(image.size)
    return {
        "JPEG": [
            _saved(image, "JPEG", exif=exif, icc_profile=profile),
            _saved(image, "JPEG", progressive=True, quality=70, subsampling=0, comment=b"comment"),
            _saved(image.convert("CMYK"), "JPEG"),
            _saved(image.convert("L"), "JPEG", restart_marker_blocks=2),
            _saved(image, "MPO", save_all=True, append_images=[turned]),
        ],
        "PNG": [
            _saved(image, "PNG", exif=exif, icc_profile=profile),
            _saved(clear, "PNG"),
            _saved(deep, "PNG"),
            _saved(image.quantize(16), "PNG", transparency=0),
            _saved(image, "PNG", save_all=True, append_images=[turned], default_image=True),
        ],
        "WEBP": [
            _saved(image, "WEBP", exif=exif, icc_profile=profile, quality=60),
            _saved(clear, "WEBP", lossless=True),
            _saved(clear, "WEBP", quality=40),
            _saved(image, "WEBP", save_all=True, append_images=[turned]),
        ],
        "AVIF": [
            _saved(image, "AVIF", exif=exif, icc_profile=profile, quality=60, speed=8),
            _saved(clear, "AVIF", quality=40, speed=8),
            _saved(image, "AVIF", subsampling="4:4:4", speed=8, range="limited"),
            _saved(image, "AVIF", save_all=True, append_images=[turned], speed=8),
        ],
        "HEIC": [NOISY_HEIC, SAMPLES["HEIC"]],
    }


def _bytes(content: bytearray, dice: random.Random, within: int) -> None:
    for _ in range(dice.randint(1, 12)):
        content[dice.randrange(min(len(content), within))] = dice.choice((0, 255, 127, 128, dice.randrange(256)))


def _head(content: bytearray, dice: random.Random) -> None:
    _bytes(content, dice, 800)


def _anywhere(content: bytearray, dice: random.Random) -> None:
    _bytes(content, dice, len(content))


def _number(content: bytearray, dice: random.Random) -> None:
    """A length, an offset or a size becomes extreme."""
    shape, values = dice.choice(((">I", (0, 1, 0x7FFFFFFF, 0xFFFFFFFF, 0x80000000)), (">H", (0, 1, 0x7FFF, 0xFFFF))))
    at = dice.randrange(max(1, min(len(content), 1200) - 4))
    struct.pack_into(shape, content, at, dice.choice(values))


def _cut(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(1, len(content)) :]


def _repeat(content: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(content))
    part = content[start : start + dice.randint(1, 200)]
    at = dice.randrange(len(content))
    content[at:at] = part * dice.randint(1, 4)


def _remove(content: bytearray, dice: random.Random) -> None:
    start = dice.randrange(len(content) - 1)
    del content[start : start + dice.randint(1, 100)]


_DAMAGE: tuple[Callable[[bytearray, random.Random], None], ...] = (_head, _head, _anywhere, _number, _repeat, _remove)


def _with_right_checksums(content: bytearray) -> bytes:
    """A PNG whose damaged chunks have checksums that fit, so that the damage gets past the first door."""
    at = 8
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        if at + 12 + length > len(content):
            break
        struct.pack_into(">I", content, at + 8 + length, zlib.crc32(content[at + 4 : at + 8 + length]))
        at += 12 + length
    return bytes(content)


def damaged(kind: str, count: int, seed: int = 20261123) -> Iterator[bytes]:
    """`count` damaged files of a format; the same for the same seed."""
    dice = random.Random(f"{seed} {kind}")  # noqa: S311 — the same damage every time is wanted
    originals = bases()[kind]
    for index in range(count):
        content = bytearray(originals[index % len(originals)])
        (_cut if dice.random() < 0.08 else dice.choice(_DAMAGE))(content, dice)
        if kind == "PNG" and dice.random() < 0.7:
            yield _with_right_checksums(content)
        else:
            yield bytes(content)
